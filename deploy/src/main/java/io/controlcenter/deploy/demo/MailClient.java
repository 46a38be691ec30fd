package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the inbox as its page does. */
final class MailClient {

    private final Caller inbox;

    MailClient(int port) {
        this.inbox = new Caller("http://localhost:" + port, () -> null, null);
    }

    /** Mails to an address whose subject contains a text, newest first. */
    List<JsonNode> to(String address, String subject) {
        var found = inbox.get("/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        return found.expect(200)
                .json()
                .valueStream()
                .filter(mail -> mail.path("subject").asString().contains(subject))
                .toList();
    }

    Optional<Answer> newest(String address, String subject) {
        return to(address, subject).stream()
                .findFirst()
                .map(mail -> inbox.get("/api/messages/" + mail.path("id").asInt()));
    }
}
