package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingWindows;
import java.time.ZoneId;
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
            "localStart",
            "localEnd",
            "accountId",
            "serviceId",
            "circuitId",
            "impact",
            "maxDurationMinutes",
            "outcome");

    private MaintenanceCsv() {}

    /** @param reader in whose zone localStart and localEnd are */
    static String of(List<ReadingWindows.Row> rows, ZoneId reader) {
        return rows.stream().map(row -> line(row, reader)).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(ReadingWindows.Row row, ZoneId reader) {
        return line(
                row.gcrNumber(),
                row.gcrNumber() + "-" + row.number(),
                row.designation(),
                row.title(),
                row.state(),
                row.startsAt().toString(),
                row.endsAt().toString(),
                row.timeZone(),
                GcrView.written(row.startsAt(), reader),
                GcrView.written(row.endsAt(), reader),
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
