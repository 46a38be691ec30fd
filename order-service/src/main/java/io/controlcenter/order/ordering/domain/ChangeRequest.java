package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's wish for another date, or to cancel, and what became of it (MEF 123: modify requested delivery date,
 * cancel).
 *
 * @param price what it will cost by the rate card of the day it was asked, to be charged when the seller agrees
 * @param resumeTo the state that the order returns to when it goes on
 * @param decision of the seller; null while it is being assessed
 */
public record ChangeRequest(
        String requestId,
        Kind kind,
        Wish wish,
        Price price,
        State state,
        OrderState resumeTo,
        @Nullable String chargeId,
        @Nullable Decision decision) {

    public enum Kind {
        DATE_CHANGE,
        CANCELLATION
    }

    /**
     * @param itemId the item that it is about; null when about all that is open, also when one item is all
     * @param date the date wanted; null for a cancellation
     */
    public record Wish(@Nullable String itemId, @Nullable RequestedDate date, String reason, Person by, Instant at) {

        Wish aboutAll() {
            return new Wish(null, date, reason, by, at);
        }

        RequestedDate newDate() {
            return Objects.requireNonNull(date);
        }
    }

    public enum State {
        ACKNOWLEDGED("acknowledged"),
        ASSESSING_CHARGE("inProgress.assessingCharge"),
        DONE("done"),
        DECLINED("done.declined"),
        REJECTED("rejected");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        public boolean isOpen() {
            return this == ACKNOWLEDGED || this == ASSESSING_CHARGE;
        }

        public static State of(String wire) {
            return Arrays.stream(values())
                    .filter(state -> state.wire.equals(wire))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("No request state " + wire));
        }
    }

    /**
     * @param byQuote whether the expedite fee is agreed case by case and named with the decision
     * @param standard the earliest date without expedite; null when agreed case by case
     */
    public record Price(
            List<NewCharge.Line> lines,
            boolean byQuote,
            @Nullable LocalDate standard) {

        public static final Price FREE = new Price(List.of(), false, null);
    }

    /** @param commitDate the date that the seller commits to instead; null for a refusal or a cancellation */
    public record Decision(
            Instant at,
            Person by,
            @Nullable String reason,
            @Nullable LocalDate commitDate) {}

    public boolean isOpen() {
        return state.isOpen();
    }

    ChangeRequest in(State next) {
        return new ChangeRequest(requestId, kind, wish, price, next, resumeTo, chargeId, decision);
    }

    ChangeRequest decided(State next, Decision as) {
        return new ChangeRequest(requestId, kind, wish, price, next, resumeTo, chargeId, as);
    }

    ChangeRequest charged(String charge) {
        return new ChangeRequest(requestId, kind, wish, price, State.ASSESSING_CHARGE, resumeTo, charge, decision);
    }
}
