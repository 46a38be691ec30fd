package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;

/** Why a credit is not given. */
public sealed interface CreditRefusal {

    record NoSuchInvoice(String invoiceNumber) implements CreditRefusal {}

    /** @param pointer into the request */
    record NoSuchLine(String pointer, String lineId) implements CreditRefusal {}

    record TooMuch(String pointer, BigDecimal most) implements CreditRefusal {}

    record Withdrawn(String invoiceNumber) implements CreditRefusal {}
}
