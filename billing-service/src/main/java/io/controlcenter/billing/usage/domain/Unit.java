package io.controlcenter.billing.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What usage is counted in. */
public enum Unit {
    /** Such as calls or messages. */
    EACH("", "C62"),
    SECOND("s", "SEC"),
    MINUTE("min", "MIN"),
    HOUR("h", "HUR"),
    MEGABYTE("MB", "4L"),
    GIGABYTE("GB", "E34"),
    TERABYTE("TB", "E35"),
    /** Such as the 95th percentile of a port that may burst. */
    MEGABIT_PER_SECOND("Mbit/s", "E20"),
    GIGABIT_PER_SECOND("Gbit/s", "B80");

    private final String symbol;
    private final String code;

    Unit(String symbol, String code) {
        this.symbol = symbol;
        this.code = code;
    }

    /** As a bill writes it behind a quantity; empty for what is only counted. */
    public String symbol() {
        return symbol;
    }

    /** A quantity without the zeros behind it. */
    public static BigDecimal plain(BigDecimal quantity) {
        var stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** UN/ECE recommendation 20, which EN 16931 asks for. */
    public String code() {
        return code;
    }
}
