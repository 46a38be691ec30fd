package io.controlcenter.order.bulk;

import io.controlcenter.platform.problem.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) of order items, read as a whole: what is wrong with its form stands in {@code violations}, each
 * with the line of the file and the column. A blank cell is an absent value.
 */
record ItemTable(List<Row> rows, List<Violation> violations) {

    static final int MOST = 500;

    /** The columns that a file may have, in any order. */
    enum Column {
        itemId,
        action,
        productCode,
        siteId,
        serviceId,
        termMonths,
        endOfTerm;

        static Optional<Column> of(String name) {
            return Arrays.stream(values())
                    .filter(column -> column.name().equals(name))
                    .findAny();
        }
    }

    /** @param line of the file; the header is line 1 */
    record Row(long line, Map<Column, String> cells) {

        @Nullable
        String cell(Column column) {
            return cells.get(column);
        }

        String pointer(Column column) {
            return pointer(line, column.name());
        }

        static String pointer(long line, String column) {
            return "/lines/" + line + "/" + column;
        }
    }

    static ItemTable read(String text) {
        var rows = new ArrayList<Row>();
        var violations = new ArrayList<Violation>();
        var format = CSVFormat.RFC4180
                .builder()
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = format.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            var records = parser.iterator();
            var header = records.hasNext() ? header(records.next(), violations) : List.<Column>of();
            while (records.hasNext() && rows.size() <= MOST) {
                var line = parser.getCurrentLineNumber();
                row(records.next(), line, header, violations).ifPresent(rows::add);
            }
        } catch (CSVException | java.io.UncheckedIOException e) {
            violations.add(new Violation("", Violation.INVALID_FORMAT, "This is no CSV file: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty() && violations.isEmpty()) {
            violations.add(Violation.missing("/lines", "There is no item in this file."));
        }
        if (rows.size() > MOST) {
            violations.add(
                    new Violation("/lines", Violation.TOO_MANY_RECORDS, "An order has at most " + MOST + " items."));
        }
        return new ItemTable(rows, violations);
    }

    private static List<Column> header(CSVRecord first, List<Violation> violations) {
        var known = Arrays.stream(Column.values()).map(Enum::name).collect(Collectors.joining(", "));
        var columns = new ArrayList<Column>();
        for (var name : first) {
            Column.of(name)
                    .filter(column -> !columns.contains(column))
                    .ifPresentOrElse(
                            columns::add,
                            () -> violations.add(new Violation(
                                    Row.pointer(1, name),
                                    Violation.UNEXPECTED_PROPERTY,
                                    "The first line names each column once, out of " + known + ".")));
        }
        if (!columns.contains(Column.itemId)) {
            violations.add(Violation.missing(Row.pointer(1, "itemId"), "The column itemId is missing."));
        }
        return columns;
    }

    /** Nothing can be said of a row whose header is wrong. */
    private static Optional<Row> row(CSVRecord from, long line, List<Column> columns, List<Violation> violations) {
        if (from.size() != columns.size()) {
            if (violations.stream().noneMatch(violation -> violation.pointer().startsWith("/lines/1/"))) {
                violations.add(new Violation(
                        "/lines/" + line,
                        Violation.INVALID_FORMAT,
                        "This line has %d values, the first one names %d columns."
                                .formatted(from.size(), columns.size())));
            }
            return Optional.empty();
        }
        var cells = new LinkedHashMap<Column, String>();
        for (int i = 0; i < columns.size(); i++) {
            if (!from.get(i).isBlank()) {
                cells.put(columns.get(i), from.get(i));
            }
        }
        return Optional.of(new Row(line, cells));
    }
}
