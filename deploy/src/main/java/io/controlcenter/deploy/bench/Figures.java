package io.controlcenter.deploy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of the table that the bench prints. */
final class Figures {

    private final List<String> rows = new ArrayList<>();

    void add(String what, String measured, String bar) {
        var row = "| %s | %s | %s |".formatted(what, measured, bar);
        rows.add(row);
        System.out.println("  " + row);
    }

    String table() {
        return "| What | Measured | Bar |\n| --- | --- | --- |\n" + String.join("\n", rows) + "\n";
    }

    /** A percentile of times in nanoseconds, in milliseconds. */
    static double percentile(long[] nanos, double share) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
}
