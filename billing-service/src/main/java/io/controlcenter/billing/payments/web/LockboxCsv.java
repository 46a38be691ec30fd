package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.payments.application.PostingLockboxFiles.Line;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a lockbox file (RFC 4180) whose header names the columns, in any order; invoice may be absent. */
final class LockboxCsv {

    private static final List<String> REQUIRED =
            List.of("account", "amount", "currency", "received_on", "method", "reference");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private LockboxCsv() {}

    static List<Line> read(String csv, int most) {
        try (var parser = FORMAT.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
            var missing = REQUIRED.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw Problem.unprocessable(missing.stream()
                        .map(column -> Violation.missing("/" + column, "The header has no column " + column + "."))
                        .toList());
            }
            var lines = new ArrayList<Line>();
            for (var record : parser) {
                if (lines.size() == most) {
                    throw Problem.unprocessable(
                            new Violation("", Violation.TOO_MANY_RECORDS, "A file has at most " + most + " lines."));
                }
                lines.add(line(record));
            }
            return lines;
        } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
            throw Problem.badRequest("invalidBody", "This is no CSV file that can be read.");
        }
    }

    private static Line line(CSVRecord record) {
        return new Line(
                record.getRecordNumber() + 1,
                value(record, "account"),
                value(record, "amount"),
                value(record, "currency"),
                value(record, "received_on"),
                value(record, "method"),
                value(record, "reference"),
                value(record, "invoice"));
    }

    private static @Nullable String value(CSVRecord record, String column) {
        if (!record.isSet(column)) {
            return null;
        }
        var value = record.get(column);
        return value.isBlank() ? null : value;
    }
}
