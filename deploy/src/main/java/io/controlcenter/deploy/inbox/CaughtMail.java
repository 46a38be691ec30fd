package io.controlcenter.deploy.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was sent to somebody.
 *
 * @param id counts up in the order of arrival
 * @param to whom it was delivered to
 * @param messageId the {@code Message-ID} header, by which a repeat is recognised
 * @param text the plain part, empty when there is none
 * @param html the HTML part, null when there is none
 */
public record CaughtMail(
        int id,
        String to,
        String from,
        String subject,
        Instant at,
        String messageId,
        String text,
        @Nullable String html,
        List<Attachment> attachments) {

    /** @param content base64 */
    public record Attachment(String name, String type, String content) {}

    static CaughtMail of(int id, String to, MimeMessage message, Instant at) throws MessagingException, IOException {
        var parts = new Parts();
        parts.collect(message);
        var from = message.getFrom();
        return new CaughtMail(
                id,
                to,
                from == null || from.length == 0 ? "" : from[0].toString(),
                Objects.requireNonNullElse(message.getSubject(), ""),
                at,
                Objects.requireNonNullElse(message.getMessageID(), ""),
                parts.text,
                parts.html,
                parts.attachments);
    }

    private static final class Parts {

        private String text = "";
        private @Nullable String html;
        private final List<Attachment> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    BodyPart inner = many.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.getFileName() != null) {
                try (var in = part.getInputStream()) {
                    attachments.add(new Attachment(
                            part.getFileName(),
                            part.getContentType(),
                            Base64.getEncoder().encodeToString(in.readAllBytes())));
                }
            } else if (part.isMimeType("text/html")) {
                html = String.valueOf(part.getContent());
            } else if (part.isMimeType("text/plain")) {
                text = String.valueOf(part.getContent());
            }
        }
    }
}
