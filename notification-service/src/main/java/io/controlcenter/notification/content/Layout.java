package io.controlcenter.notification.content;

import io.controlcenter.notification.content.domain.Notice;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The one layout of all mails, as HTML and as plain text. Its versions stay on the class path side by side, and a message
 * keeps the one that it was begun with.
 */
@Component
public class Layout {

    /** What new messages are laid out with. */
    public static final int VERSION = 1;

    private final TemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");

    /** The same content twice, for readers of either. */
    public record Laid(String html, String text) {}

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** @param enterprise whose it is, by name; empty when it is nobody's */
    public Laid lay(Notice notice, int version, String enterprise, String settingsUrl) {
        var context = new Context(
                Locale.US,
                Map.of(
                        "notice",
                        notice,
                        "enterprise",
                        enterprise,
                        "settings",
                        settingsUrl,
                        "colour",
                        colour(notice.tone())));
        var template = "v" + version + "/notice";
        return new Laid(html.process(template, context), text.process(template, context));
    }

    /** The portal's colours; each has a contrast of at least 4.5 to white. */
    private static String colour(Notice.Tone tone) {
        return switch (tone) {
            case CALM, GOOD -> "#12504a";
            case URGENT -> "#9c2431";
        };
    }
}
