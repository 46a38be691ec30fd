package io.controlcenter.order.quotes.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a quote does not do what was asked of it now. */
public sealed interface Refusal {

    record NotInThisState(String what, QuoteState state) implements Refusal {}

    record UnknownItem(String itemId) implements Refusal {}

    /** A budgetary quote is answered, never approved. */
    record NotFirm() implements Refusal {}

    record EngineeringIncomplete(Engineering.Status status) implements Refusal {}

    record CapacityNotConfirmed(Capacity.Status status) implements Refusal {}

    /** @param itemIds of those without an offer */
    record ItemsWithoutOffer(List<String> itemIds) implements Refusal {}

    /** Nobody said of any item that it cannot be provided. */
    record EverythingCanBeProvided() implements Refusal {}

    record ValidityInThePast(LocalDate today) implements Refusal {}

    record NotOrderable(QuoteState state, @Nullable String orderNumber) implements Refusal {}

    record Expired(@Nullable LocalDate validUntil) implements Refusal {}
}
