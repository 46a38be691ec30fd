package io.controlcenter.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server for all tests, which can go away and come back with its mails. */
@TestConfiguration(proxyBeanMethods = false)
public class MailServer {

    private static final int PORT = freePort();
    private static final List<MimeMessage> EARLIER = new ArrayList<>();
    private static GreenMail server = started();

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    @Bean
    static DynamicPropertyRegistrar mailProperties() {
        return registry -> {
            registry.add("spring.mail.host", () -> "localhost");
            registry.add("spring.mail.port", () -> PORT);
            registry.add("controlcenter.mail.first-pause", () -> "100ms");
            registry.add("controlcenter.mail.longest-pause", () -> "500ms");
            registry.add("controlcenter.mail.breaker-pause", () -> "300ms");
            registry.add("controlcenter.mail.poll", () -> "200ms");
            registry.add("controlcenter.mail.most-refusals", () -> "3");
        };
    }

    public static synchronized void away() {
        EARLIER.addAll(Arrays.asList(server.getReceivedMessages()));
        server.stop();
    }

    public static synchronized void back() {
        server = started();
    }

    private static synchronized List<MimeMessage> all() {
        var all = new ArrayList<>(EARLIER);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return all;
    }

    /** Mails of a kind to an address so far. */
    public static List<MimeMessage> mails(String to, String kind) {
        return all().stream().filter(mail -> is(mail, to, kind)).toList();
    }

    private static boolean is(MimeMessage mail, String to, String kind) {
        try {
            return mail.getAllRecipients()[0].toString().equals(to)
                    && kind.equals(mail.getHeader("X-Control-Center-Kind", null));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the one mail of a kind to an address. */
    public static Mail await(String to, String kind) {
        Awaitility.await(kind + " to " + to)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !mails(to, kind).isEmpty());
        return Mail.of(mails(to, kind).getLast());
    }
}
