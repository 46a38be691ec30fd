package io.controlcenter.billing.payments.domain;

import io.controlcenter.billing.receivables.domain.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Why a payment is not taken. */
public sealed interface PaymentRefusal {

    /** @param payable what is owed, less what is being paid already */
    record MoreThanOwed(BigDecimal payable) implements PaymentRefusal {}

    record NoSuchMethod(String methodId) implements PaymentRefusal {}

    /** @param index into the applications */
    record NotOpen(int index, String invoiceNumber) implements PaymentRefusal {}

    record MoreThanOpen(int index, Allocation.Part part) implements PaymentRefusal {}

    record ToldMoreThanPaid(BigDecimal told) implements PaymentRefusal {}

    record InThePast(LocalDate today) implements PaymentRefusal {}

    record TooFarAhead(LocalDate last) implements PaymentRefusal {}

    record PostedAlready(String paymentId) implements PaymentRefusal {}

    /** What came of the wish to pay. */
    sealed interface Outcome {

        record Taken(Payment payment) implements Outcome {}

        record Refused(List<PaymentRefusal> why) implements Outcome {}
    }
}
