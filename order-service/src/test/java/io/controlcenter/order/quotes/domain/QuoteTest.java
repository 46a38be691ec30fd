package io.controlcenter.order.quotes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.quotes.domain.Quote.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a quote, allowed and refused (MEF 115). */
class QuoteTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final LocalDate LAST = LocalDate.parse("2026-07-01");
    private static final Engineering COMPLETE =
            new Engineering(Engineering.Status.COMPLETE, "u-1", "Eng", "Two fibres", null);
    private static final Capacity CONFIRMED = new Capacity(Capacity.Status.CONFIRMED, null);
    private static final Set<QuoteState> IN_WORK = EnumSet.of(QuoteState.IN_PROGRESS, QuoteState.DRAFT);
    private static final Set<QuoteState> APPROVED = EnumSet.of(QuoteState.ORDERABLE, QuoteState.ORDERABLE_ALTERNATE);

    private record Step(
            Function<Quote, Outcome> ask,
            Set<QuoteState> from,
            @Nullable QuoteState to) {}

    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry("begin", new Step(Quote::begin, Set.of(QuoteState.ACKNOWLEDGED), QuoteState.IN_PROGRESS)),
            Map.entry("reject", new Step(it -> it.reject("no"), Set.of(QuoteState.ACKNOWLEDGED), QuoteState.REJECTED)),
            Map.entry("offer", new Step(it -> it.offer("a", offer(36, null)), IN_WORK, null)),
            Map.entry("unable", new Step(it -> it.unable("a", "no fibre"), IN_WORK, null)),
            Map.entry("engineer", new Step(it -> it.engineer(COMPLETE), IN_WORK, null)),
            Map.entry("check", new Step(it -> it.check(CONFIRMED), IN_WORK, null)),
            Map.entry("show", new Step(Quote::show, Set.of(QuoteState.IN_PROGRESS), QuoteState.DRAFT)),
            Map.entry("approve", new Step(it -> it.approve(LAST, TODAY), IN_WORK, QuoteState.ORDERABLE)),
            Map.entry("answer", new Step(it -> it.answer(LAST, TODAY), IN_WORK, QuoteState.ANSWERED)),
            Map.entry("cancel", new Step(it -> it.cancel(null), IN_WORK, QuoteState.CANCELLED)),
            Map.entry("decline", new Step(it -> it.decline("too dear"), APPROVED, QuoteState.DECLINED)),
            Map.entry("accept", new Step(it -> it.accept("O-1", TODAY), APPROVED, QuoteState.ACCEPTED)),
            Map.entry(
                    "expire",
                    new Step(
                            it -> it.expire(LAST.plusDays(1)),
                            EnumSet.of(QuoteState.ORDERABLE, QuoteState.ORDERABLE_ALTERNATE, QuoteState.ANSWERED),
                            QuoteState.EXPIRED)));

    private static QuoteItem.Offer offer(int term, @Nullable InstallInterval interval) {
        return new QuoteItem.Offer(
                term, Money.of(new BigDecimal("900"), "USD"), Money.of(new BigDecimal("500"), "USD"), interval);
    }

    private static QuoteItem item(@Nullable InstallInterval asked, QuoteItem.@Nullable Offer offer) {
        return new QuoteItem(
                "a",
                QuoteItem.Action.ADD,
                "ETHERNET_1G",
                "Ethernet",
                "SITE-1",
                null,
                new QuoteItem.Asked(36, asked),
                offer,
                null);
    }

    private static Quote quote(QuoteState state, Level level, QuoteItem item, Engineering part, Capacity capacity) {
        return new Quote(
                "Q-1",
                new Quote.Request("E-1", "A-1", null, null, new Quote.Contact("Ada", "ada@acme.example", null)),
                state,
                level,
                null,
                List.of(item),
                new Quote.Work(part, capacity),
                state.expires() || state == QuoteState.EXPIRED ? LAST : null,
                null,
                null);
    }

    private static Quote ready(QuoteState state) {
        return quote(state, Level.FIRM, item(null, offer(36, null)), COMPLETE, CONFIRMED);
    }

    static Stream<Arguments> everything() {
        return STEPS.keySet().stream()
                .flatMap(step -> Stream.of(QuoteState.values()).map(from -> Arguments.of(step, from)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_step_leads_where_the_table_says_or_nowhere(String name, QuoteState from) {
        var step = STEPS.get(name);
        var outcome = step.ask().apply(ready(from));
        if (step.from().contains(from)) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.quote().state()).isEqualTo(step.to() == null ? from : step.to()));
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why())
                                    .isInstanceOfAny(
                                            Refusal.NotInThisState.class,
                                            Refusal.NotOrderable.class,
                                            Refusal.Expired.class));
        }
    }

    private static Refusal refused(Outcome outcome) {
        return ((Outcome.Refused) outcome).why();
    }

    private static QuoteState state(Outcome outcome) {
        return ((Outcome.Done) outcome).quote().state();
    }

    @Test
    void a_quote_is_not_orderable_before_engineering_and_capacity_are_there() {
        var item = item(null, offer(36, null));
        var started = new Engineering(Engineering.Status.IN_PROGRESS, null, null, null, null);
        assertThat(refused(quote(QuoteState.IN_PROGRESS, Level.FIRM, item, started, CONFIRMED)
                        .approve(LAST, TODAY)))
                .isEqualTo(new Refusal.EngineeringIncomplete(Engineering.Status.IN_PROGRESS));
        for (var status : EnumSet.complementOf(EnumSet.of(Capacity.Status.CONFIRMED))) {
            assertThat(refused(quote(QuoteState.IN_PROGRESS, Level.FIRM, item, COMPLETE, new Capacity(status, null))
                            .approve(LAST, TODAY)))
                    .isEqualTo(new Refusal.CapacityNotConfirmed(status));
        }
    }

    @Test
    void a_budget_is_answered_and_never_approved() {
        var budget = quote(QuoteState.IN_PROGRESS, Level.BUDGETARY, item(null, offer(36, null)), COMPLETE, CONFIRMED);
        assertThat(refused(budget.approve(LAST, TODAY))).isEqualTo(new Refusal.NotFirm());
        var answered = ((Outcome.Done) budget.answer(LAST, TODAY)).quote();
        assertThat(answered.state()).isEqualTo(QuoteState.ANSWERED);
        assertThat(refused(answered.accept("O-1", TODAY))).isInstanceOf(Refusal.NotOrderable.class);
    }

    @Test
    void a_draft_shows_how_binding_it_is() {
        var shown = ((Outcome.Done) ready(QuoteState.IN_PROGRESS).show()).quote();
        assertThat(shown.sellerLevel()).isEqualTo(Level.FIRM_SUBJECT_TO_FEASIBILITY);
        assertThat(((Outcome.Done) shown.approve(LAST, TODAY)).quote().sellerLevel())
                .isEqualTo(Level.FIRM);
    }

    @ParameterizedTest
    @CsvSource({
        "36, , , approved.orderable",
        "24, , , approved.orderable",
        "48, , , approved.orderableAlternate",
        "36, 10, 10, approved.orderable",
        "36, 10, 9, approved.orderable",
        "36, 10, 11, approved.orderableAlternate",
        "36, , 90, approved.orderable"
    })
    void longer_in_term_or_interval_than_asked_is_an_alternate(
            int term, @Nullable Integer asked, @Nullable Integer offered, String expected) {
        var quote = quote(
                QuoteState.DRAFT,
                Level.FIRM,
                item(interval(asked), offer(term, interval(offered))),
                COMPLETE,
                CONFIRMED);
        assertThat(state(quote.approve(LAST, TODAY)).wire()).isEqualTo(expected);
    }

    private static @Nullable InstallInterval interval(@Nullable Integer days) {
        return days == null ? null : new InstallInterval(days, InstallInterval.Unit.BUSINESS_DAYS);
    }

    @Test
    void weeks_are_five_business_or_seven_calendar_days() {
        var asked = new InstallInterval(10, InstallInterval.Unit.BUSINESS_DAYS);
        var same = new InstallInterval(14, InstallInterval.Unit.CALENDAR_DAYS);
        var longer = new InstallInterval(15, InstallInterval.Unit.CALENDAR_DAYS);
        assertThat(item(asked, offer(36, same)).alternate()).isFalse();
        assertThat(item(asked, offer(36, longer)).alternate()).isTrue();
    }

    @Test
    void everything_needs_an_offer_and_a_day_that_is_not_past() {
        var without = quote(QuoteState.IN_PROGRESS, Level.FIRM, item(null, null), COMPLETE, CONFIRMED);
        assertThat(refused(without.approve(LAST, TODAY))).isEqualTo(new Refusal.ItemsWithoutOffer(List.of("a")));
        assertThat(refused(ready(QuoteState.IN_PROGRESS).approve(TODAY.minusDays(1), TODAY)))
                .isEqualTo(new Refusal.ValidityInThePast(TODAY));
        assertThat(refused(without.offer("b", offer(36, null)))).isEqualTo(new Refusal.UnknownItem("b"));
    }

    @Test
    void a_quote_is_given_up_only_for_an_item_that_cannot_be_provided() {
        var quote = ready(QuoteState.IN_PROGRESS);
        assertThat(refused(quote.giveUp())).isEqualTo(new Refusal.EverythingCanBeProvided());
        var unable = ((Outcome.Done) quote.unable("a", "no fibre")).quote();
        assertThat(state(unable.giveUp())).isEqualTo(QuoteState.UNABLE_TO_PROVIDE);
        assertThat(((Outcome.Done) unable.giveUp()).quote().reason()).isEqualTo("a: no fibre");
    }

    @ParameterizedTest
    @EnumSource(
            value = QuoteState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IN_PROGRESS", "DRAFT"})
    void what_is_not_worked_on_is_not_given_up(QuoteState state) {
        assertThat(refused(ready(state).giveUp())).isInstanceOf(Refusal.NotInThisState.class);
    }

    @Test
    void an_approval_is_orderable_to_the_end_of_its_last_day() {
        var approved = ready(QuoteState.ORDERABLE);
        assertThat(state(approved.accept("O-1", LAST))).isEqualTo(QuoteState.ACCEPTED);
        assertThat(refused(approved.accept("O-1", LAST.plusDays(1)))).isEqualTo(new Refusal.Expired(LAST));
        assertThat(refused(approved.expire(LAST))).isInstanceOf(Refusal.NotInThisState.class);
        assertThat(refused(ready(QuoteState.EXPIRED).orderableOn(TODAY))).isEqualTo(new Refusal.Expired(LAST));
    }

    @ParameterizedTest
    @EnumSource(QuoteState.class)
    void every_state_is_read_back_from_its_wire_name(QuoteState state) {
        assertThat(QuoteState.of(state.wire())).isEqualTo(state);
    }
}
