package io.controlcenter.notification.content.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a notice says; what is not known is not said. */
final class NoticeDraft {

    private final String subject;
    private final String label;
    private final Notice.Tone tone;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Notice.Fact> facts = new ArrayList<>();
    private final List<Notice.Table> tables = new ArrayList<>();
    private final List<Notice.Section> sections = new ArrayList<>();
    private final List<Notice.Entry> log = new ArrayList<>();
    private final List<Notice.Action> actions = new ArrayList<>();
    private @Nullable String footnote;
    private @Nullable String why;

    NoticeDraft(String subject, String label, Notice.Tone tone) {
        this.subject = subject;
        this.label = label;
        this.tone = tone;
    }

    NoticeDraft say(@Nullable String paragraph) {
        if (paragraph != null && !paragraph.isBlank()) {
            paragraphs.add(paragraph);
        }
        return this;
    }

    NoticeDraft fact(String name, @Nullable String value) {
        add(facts, name, value);
        return this;
    }

    static void add(List<Notice.Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Notice.Fact(name, value));
        }
    }

    NoticeDraft table(String title, List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            tables.add(new Notice.Table(title, columns, rows));
        }
        return this;
    }

    NoticeDraft section(String title, List<Notice.Fact> content) {
        sections.add(new Notice.Section(title, content));
        return this;
    }

    NoticeDraft logged(String at, String text) {
        log.add(new Notice.Entry(at, text));
        return this;
    }

    NoticeDraft action(String name, String url) {
        actions.add(new Notice.Action(name, url, actions.isEmpty()));
        return this;
    }

    NoticeDraft footnote(String text) {
        footnote = text;
        return this;
    }

    /** Why the reader gets it whatever the settings say: continues "You receive this e-mail because". */
    NoticeDraft because(String reason) {
        why = "You receive this e-mail because " + reason;
        return this;
    }

    /** @param summary one sentence, for the preview line and the portal's inbox */
    Notice headed(String headline, String summary) {
        return new Notice(
                subject,
                summary,
                label,
                tone,
                headline,
                paragraphs,
                facts,
                tables,
                sections,
                log,
                actions,
                footnote,
                why);
    }
}
