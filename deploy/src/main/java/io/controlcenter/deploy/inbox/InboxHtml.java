package io.controlcenter.deploy.inbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the inbox looks. */
final class InboxHtml {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final String FRAME = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f5f7fa;color:#17212f}
            header{background:#10355e;color:#fff;padding:1rem 1.5rem}header a{color:#fff;text-decoration:none}
            header p{margin:.2rem 0 0;color:#c9d8ea;font-size:.9rem}h1{font-size:1.2rem;margin:0}
            main{max-width:72rem;margin:1.5rem auto;padding:0 1rem}
            ul{list-style:none;margin:0;padding:0;background:#fff;border:1px solid #d6dee8;border-radius:8px}
            li+li{border-top:1px solid #e6ebf1}li a{display:grid;grid-template-columns:16rem 1fr 11rem;gap:1rem;
            padding:.7rem 1rem;color:inherit;text-decoration:none}li a:hover,li a:focus{background:#eef4fb}
            .to,time{color:#4a5a6d;font-size:.9rem;overflow:hidden;text-overflow:ellipsis}
            iframe{width:100%%;height:70vh;border:1px solid #d6dee8;border-radius:8px;background:#fff}
            dl{display:grid;grid-template-columns:6rem 1fr;gap:.2rem 1rem}dt{color:#4a5a6d}dd{margin:0}
            pre{white-space:pre-wrap;background:#fff;border:1px solid #d6dee8;border-radius:8px;padding:1rem}
            @media(max-width:45rem){li a{grid-template-columns:1fr;gap:0}}
            </style></head><body><header><h1><a href="/">Control Center inbox</a></h1>
            <p>Every mail that this sandbox sent; none of it went out.</p></header><main>%s</main></body></html>""";

    private InboxHtml() {}

    static String list(List<CaughtMail> mails, String to) {
        var rows = mails.stream().map(InboxHtml::row).collect(Collectors.joining());
        var title = to.isEmpty() ? "Inbox" : "Inbox of " + to;
        return FRAME.formatted(escape(title), mails.isEmpty() ? "<p>No mail yet.</p>" : "<ul>" + rows + "</ul>");
    }

    private static String row(CaughtMail mail) {
        return "<li><a href=\"/messages/%d\"><span class=\"to\">%s</span><span>%s</span><time>%s</time></a></li>"
                .formatted(mail.id(), escape(mail.to()), escape(mail.subject()), STAMP.format(mail.at()));
    }

    static String message(CaughtMail mail) {
        var head = """
                <h2>%s</h2><dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd><a href="/?to=%s">%s</a></dd><dt>Sent</dt>
                <dd>%s UTC</dd>%s</dl>""".formatted(
                        escape(mail.subject()),
                        escape(mail.from()),
                        java.net.URLEncoder.encode(mail.to(), java.nio.charset.StandardCharsets.UTF_8),
                        escape(mail.to()),
                        STAMP.format(mail.at()),
                        attachments(mail));
        var frame = mail.html() == null
                ? ""
                : "<iframe title=\"The mail\" sandbox=\"allow-popups\" src=\"/messages/%d/html\"></iframe>"
                        .formatted(mail.id());
        var text = "<details%s><summary>Plain text</summary><pre>%s</pre></details>"
                .formatted(mail.html() == null ? " open" : "", escape(mail.text()));
        return FRAME.formatted(escape(mail.subject()), head + frame + text);
    }

    private static String attachments(CaughtMail mail) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        var links = IntStream.range(0, mail.attachments().size())
                .mapToObj(i -> "<a href=\"/messages/%d/attachments/%d\">%s</a>"
                        .formatted(
                                mail.id(), i, escape(mail.attachments().get(i).name())))
                .collect(Collectors.joining(", "));
        return "<dt>Attached</dt><dd>" + links + "</dd>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
