package io.controlcenter.order.ordering.domain;

import io.controlcenter.order.domain.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the seller asks for beside the price, answered by the buyer in time or lapsed (MEF 123, R81–R96).
 *
 * @param itemId the item that it is about; null when about the whole order
 * @param requestId the date change or cancellation that it belongs to; null when the seller raised it by itself
 * @param responseDueAt no answer by then is a decline (MEF R96)
 * @param expedite the dates of an expedite; null for other causes
 * @param answer who answered and when; null while nobody did
 * @param warned the last warning that its time runs out, in per cent of it; 0 while there was none
 */
public record Charge(
        String chargeId,
        @Nullable String itemId,
        Cause cause,
        List<Line> items,
        @Nullable String requestId,
        Instant createdAt,
        Instant responseDueAt,
        @Nullable Expedite expedite,
        State state,
        @Nullable Answer answer,
        int warned) {

    /** How much of the time to answer has passed when a warning is due, in per cent (domain part (c), 6). */
    private static final List<Integer> WARNINGS = List.of(90, 75);

    public enum Cause {
        EXPEDITE,
        MODIFICATION,
        CANCELLATION,
        CONSTRUCTION,
        CONNECTION,
        DISCONNECT,
        OTHER
    }

    public enum State {
        AWAITING_RESPONSE,
        COMPLETED,
        WITHDRAWN_BY_SELLER,
        TIMEOUT
    }

    public enum PriceType {
        RECURRING,
        NON_RECURRING
    }

    /**
     * @param blocking whether the item fails when this is declined
     * @param ifDateMet whether it is billed only if the promised date was met (domain b.2, rule 1)
     * @param billedOn the day for which it was handed to billing; null while it was not
     */
    public record Line(
            String chargeItemId,
            PriceType priceType,
            String description,
            Money amount,
            boolean blocking,
            boolean ifDateMet,
            LineState state,
            @Nullable LocalDate billedOn) {

        Line in(LineState next) {
            return new Line(chargeItemId, priceType, description, amount, blocking, ifDateMet, next, billedOn);
        }

        Line billed(LocalDate on) {
            return new Line(chargeItemId, priceType, description, amount, blocking, ifDateMet, state, on);
        }

        boolean isBillable() {
            return state == LineState.ACCEPTED && priceType == PriceType.NON_RECURRING && billedOn == null;
        }
    }

    public enum LineState {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /**
     * @param promised the date that has to be met for the fee to be billed
     * @param standard the date that holds when the fee is declined; null when it is agreed case by case
     */
    public record Expedite(LocalDate promised, @Nullable LocalDate standard) {}

    public record Answer(Person by, Instant at) {}

    public boolean isOpen() {
        return state == State.AWAITING_RESPONSE;
    }

    /** Of the time to answer, from 0 to 100. */
    public int elapsedPercent(Instant now) {
        var whole = Duration.between(createdAt, responseDueAt).toMillis();
        return whole <= 0
                ? 100
                : Math.clamp(100 * Duration.between(createdAt, now).toMillis() / whole, 0, 100);
    }

    /** The highest warning that the clock justifies; 0 while there is none. */
    int warning(Instant now) {
        var elapsed = elapsedPercent(now);
        return WARNINGS.stream()
                .filter(percent -> percent <= elapsed)
                .findFirst()
                .orElse(0);
    }

    public boolean isAccepted() {
        return items.stream().allMatch(line -> line.state() == LineState.ACCEPTED);
    }

    public boolean isWithdrawn() {
        return state == State.WITHDRAWN_BY_SELLER;
    }

    boolean blocks() {
        return items.stream().anyMatch(line -> line.blocking() && line.state() == LineState.DECLINED);
    }

    /** Accepted one-time prices that billing was not told of yet. */
    List<Line> billable(boolean ifDateMet) {
        return items.stream()
                .filter(line -> line.isBillable() && line.ifDateMet() == ifDateMet)
                .toList();
    }

    Charge warned(int percent) {
        return new Charge(
                chargeId, itemId, cause, items, requestId, createdAt, responseDueAt, expedite, state, answer, percent);
    }

    Charge settled(State as, Function<Line, LineState> each, @Nullable Answer by) {
        return with(as, items.stream().map(line -> line.in(each.apply(line))).toList(), by);
    }

    Charge billed(List<Line> lines, LocalDate on) {
        return with(
                state,
                items.stream()
                        .map(line -> lines.contains(line) ? line.billed(on) : line)
                        .toList(),
                answer);
    }

    private Charge with(State as, List<Line> lines, @Nullable Answer by) {
        return new Charge(
                chargeId, itemId, cause, lines, requestId, createdAt, responseDueAt, expedite, as, by, warned);
    }
}
