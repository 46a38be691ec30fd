package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Windows and services as RFC 4180 text, with nothing that a spreadsheet takes for a formula. */
final class MaintenanceCsv {

    private static final String HEADER = line(
            "gcrNumber",
            "windowId",
            "designation",
            "title",
            "state",
            "start",
            "end",
            "timeZone",
            "accountId",
            "serviceId",
            "circuitId",
            "impact",
            "maxDurationMinutes",
            "outcome");

    private MaintenanceCsv() {}

    static String of(List<ReadingGcrs.Row> rows) {
        return rows.stream().map(MaintenanceCsv::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(ReadingGcrs.Row row) {
        return line(
                row.gcrNumber(),
                row.gcrNumber() + "-" + row.number(),
                row.designation(),
                row.title(),
                row.state(),
                row.startsAt().toString(),
                row.endsAt().toString(),
                row.timeZone(),
                row.accountId(),
                row.serviceId(),
                row.circuitId(),
                row.impact(),
                Integer.toString(row.maxDurationMinutes()),
                row.outcome());
    }

    private static String line(String... fields) {
        return Arrays.stream(fields).map(MaintenanceCsv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        var harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
