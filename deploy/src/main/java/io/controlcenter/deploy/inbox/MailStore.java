package io.controlcenter.deploy.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every caught mail, as a file {@code <number>~<recipient>.eml} each, so that they outlive the process. */
public final class MailStore {

    private static final Session SESSION = Session.getInstance(new Properties());
    private final Path directory;
    private final List<CaughtMail> mails = new CopyOnWriteArrayList<>();

    public MailStore(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        try (var files = Files.list(directory)) {
            for (var file : files.filter(path -> path.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
    }

    private void read(Path file) throws IOException {
        var name = file.getFileName().toString();
        var number = Integer.parseInt(name.substring(0, name.indexOf('~')));
        var to = name.substring(name.indexOf('~') + 1, name.length() - ".eml".length());
        try (var in = Files.newInputStream(file)) {
            var at = Files.getLastModifiedTime(file).toInstant();
            mails.add(CaughtMail.of(number, to, new MimeMessage(SESSION, in), at));
        } catch (MessagingException e) {
            throw new IOException(file + " is no mail", e);
        }
    }

    /** On disk before the sender is told that it was taken. */
    synchronized void add(MimeMessage message, String to) throws MessagingException {
        var number = mails.isEmpty() ? 1 : mails.getLast().id() + 1;
        try {
            var file = directory.resolve("%06d~%s.eml".formatted(number, to.replace('/', '_')));
            try (var out = Files.newOutputStream(file)) {
                message.writeTo(out);
            }
            mails.add(CaughtMail.of(number, to, message, Instant.ofEpochMilli(System.currentTimeMillis())));
        } catch (IOException e) {
            throw new MessagingException("The mail could not be stored", e);
        }
    }

    /** Newest first. */
    public List<CaughtMail> newestFirst() {
        return List.copyOf(mails).reversed();
    }

    public List<CaughtMail> to(String address) {
        return newestFirst().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    Optional<CaughtMail> find(int id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }
}
