package io.controlcenter.deploy.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** {@code /} and {@code /messages/…} for people, {@code /api/messages} for programs. */
final class InboxPages implements HttpHandler {

    private static final Pattern ONE = Pattern.compile("/(api/)?messages/(\\d+)(/html|/attachments/(\\d+))?");
    private static final JsonMapper JSON = JsonMapper.shared();
    private final MailStore store;

    InboxPages(MailStore store) {
        this.store = store;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, String type, byte[] body) {

        static Answer page(String html) {
            return new Answer(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
        }

        static Answer json(Object value) {
            return new Answer(200, "application/json", JSON.writeValueAsBytes(value));
        }

        static Answer missing() {
            return new Answer(404, "text/plain", "There is no such mail.".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange.getRequestURI().getPath(), recipient(exchange));
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static Optional<String> recipient(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return query != null && query.startsWith("to=")
                ? Optional.of(URLDecoder.decode(query.substring("to=".length()), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private Answer answer(String path, Optional<String> to) {
        var mails = to.map(store::to).orElseGet(store::newestFirst);
        if (path.equals("/")) {
            return Answer.page(InboxHtml.list(mails, to.orElse("")));
        }
        if (path.equals("/api/messages")) {
            return Answer.json(mails.stream().map(InboxPages::summary).toList());
        }
        var one = ONE.matcher(path);
        if (!one.matches()) {
            return Answer.missing();
        }
        return store.find(Integer.parseInt(one.group(2)))
                .map(mail -> one.group(1) != null ? Answer.json(whole(mail)) : part(mail, one.group(3), one.group(4)))
                .orElseGet(Answer::missing);
    }

    private static Answer part(CaughtMail mail, String part, String number) {
        if (part == null) {
            return Answer.page(InboxHtml.message(mail));
        }
        if (number == null) {
            return Answer.page(Objects.requireNonNullElse(mail.html(), "<pre>" + InboxHtml.escape(mail.text())));
        }
        var index = Integer.parseInt(number);
        if (index >= mail.attachments().size()) {
            return Answer.missing();
        }
        var attachment = mail.attachments().get(index);
        return new Answer(
                200,
                attachment.type().replaceAll("\\s+", " "),
                Base64.getDecoder().decode(attachment.content()));
    }

    private static Map<String, Object> summary(CaughtMail mail) {
        return Map.of(
                "id", mail.id(),
                "to", mail.to(),
                "from", mail.from(),
                "subject", mail.subject(),
                "at", mail.at().toString(),
                "messageId", mail.messageId());
    }

    private static Map<String, Object> whole(CaughtMail mail) {
        List<String> attachments =
                mail.attachments().stream().map(CaughtMail.Attachment::name).collect(Collectors.toList());
        var parts = Map.of(
                "text", mail.text(), "html", Objects.requireNonNullElse(mail.html(), ""), "attachments", attachments);
        var all = new java.util.LinkedHashMap<>(summary(mail));
        all.putAll(parts);
        return all;
    }
}
