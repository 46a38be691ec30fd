package io.controlcenter.billing.invoicing.domain;

/** The id of a line is its number on the invoice, from 1. */
public final class LineNumber {

    private LineNumber() {}

    /** @return 0, the number of no line, when it is none */
    public static int of(String lineId) {
        return lineId.matches("[1-9]\\d{0,8}") ? Integer.parseInt(lineId) : 0;
    }
}
