package io.controlcenter.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** A received mail, taken apart. */
public record Mail(String subject, String messageId, String html, String text, String calendar, String calendarType) {

    public static Mail of(MimeMessage mail) {
        try {
            var parts = new TreeMap<String, String>();
            collect(mail, parts);
            return new Mail(
                    mail.getSubject(),
                    mail.getMessageID(),
                    parts.getOrDefault("text/html", ""),
                    parts.getOrDefault("text/plain", ""),
                    parts.getOrDefault("text/calendar", ""),
                    parts.getOrDefault("calendar type", ""));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Part part, TreeMap<String, String> parts) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                collect(one, parts);
            }
            return;
        }
        var type = part.getContentType().split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        parts.put(type, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (type.equals("text/calendar")) {
            parts.put("calendar type", part.getContentType());
        }
    }
}
