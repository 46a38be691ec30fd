package io.controlcenter.billing.usage.domain;

import java.time.LocalDate;

/** Why reported usage is not taken. */
public sealed interface UsageRefusal {

    record UnknownService() implements UsageRefusal {}

    record OtherAccount() implements UsageRefusal {}

    record UnknownType() implements UsageRefusal {}

    record OtherUnit(Unit counted) implements UsageRefusal {}

    record EndsBeforeStart() implements UsageRefusal {}

    record NotOver() implements UsageRefusal {}

    record BeforeService(LocalDate start) implements UsageRefusal {}

    /** @param last the last day on which usage of the disconnected service is taken */
    record AfterTail(LocalDate last) implements UsageRefusal {}

    record OtherCurrency(String billed) implements UsageRefusal {}

    /** It did not come rated, and no rate holds on its day. */
    record NoRate(LocalDate day, String currency) implements UsageRefusal {}

    /** The same source said something else under this id. */
    record SaidOtherwise() implements UsageRefusal {}
}
