package io.controlcenter.notification.content.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said to one reader, ready for the layout: words, facts, tables and where to go on.
 *
 * @param label the small line above the headline: what it is about
 * @param tone of the label: calm, good or urgent
 * @param why the reader gets it, where no setting has a say in that; null where settings govern it
 */
public record Notice(
        String subject,
        String summary,
        String label,
        Tone tone,
        String headline,
        List<String> paragraphs,
        List<Fact> facts,
        List<Table> tables,
        List<Section> sections,
        List<Entry> log,
        List<Action> actions,
        @Nullable String footnote,
        @Nullable String why) {

    public enum Tone {
        CALM,
        GOOD,
        URGENT
    }

    public record Fact(String label, String value) {}

    public record Table(String title, List<String> columns, List<List<String>> rows) {

        /** A cell for plain text, where a row is a line. */
        public String inline(String cell) {
            return cell.replace("\n", ", ");
        }
    }

    public record Section(String title, List<Fact> facts) {}

    public record Entry(String at, String text) {}

    public record Action(String label, String url, boolean primary) {}

    /** Where the reader goes on. */
    public String link() {
        return actions.isEmpty() ? "" : actions.getFirst().url();
    }
}
