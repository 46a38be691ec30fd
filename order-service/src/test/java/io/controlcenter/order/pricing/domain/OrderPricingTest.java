package io.controlcenter.order.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.order.calendars.domain.BusinessCalendar;
import io.controlcenter.order.domain.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expedite fees, stages and charges, by the default rate card. 1 June 2026 is a Monday, 19 June a holiday. */
class OrderPricingTest {

    private static final LocalDate JUNE_1 = LocalDate.parse("2026-06-01");
    private static final StandardInterval DS1 = new StandardInterval(6, IntervalUnit.BUSINESS_DAYS);
    private static final StandardInterval DS3 = new StandardInterval(15, IntervalUnit.BUSINESS_DAYS);
    private static final OrderPricing PRICING = new OrderPricing(
            new RateCard(
                    LocalDate.parse("2020-01-01"),
                    usd("300"),
                    new RateCard.Timing(5, 2, 5, 2),
                    List.of(
                            new RateCard.ModificationTier(ChangeKind.DATE, Stage.PRE_ENGINEERING, usd("50")),
                            new RateCard.ModificationTier(ChangeKind.DATE, Stage.POST_ENGINEERING, usd("200")),
                            new RateCard.ModificationTier(ChangeKind.DATE, Stage.PRE_START, usd("400")),
                            new RateCard.ModificationTier(ChangeKind.TECHNICAL, Stage.PRE_START, usd("800"))),
                    List.of(
                            new RateCard.CancellationTier(Stage.POST_ENGINEERING, usd("200"), new BigDecimal("50"), 0),
                            new RateCard.CancellationTier(Stage.PRE_START, usd("200"), new BigDecimal("100"), 1))),
            new BusinessCalendar(
                    "US",
                    "United States",
                    ZoneId.of("America/Chicago"),
                    EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    Map.of(LocalDate.parse("2026-06-19"), "Juneteenth")));

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }

    @Test
    void a_ds1_wanted_in_four_instead_of_six_business_days_costs_600() {
        assertThat(PRICING.expedite(DS1, JUNE_1, LocalDate.parse("2026-06-05")))
                .isEqualTo(new Expedite.Fee(LocalDate.parse("2026-06-09"), 2, usd("600.00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02, 14, 4200.00",
        "2026-06-18, 2, 600.00",
        "2026-06-19, 2, 600.00",
        "2026-06-20, 2, 600.00",
        "2026-06-22, 1, 300.00"
    })
    void a_ds3_is_standard_after_fifteen_business_days_with_a_holiday_in_between(
            LocalDate wanted, int days, BigDecimal fee) {
        assertThat(PRICING.expedite(DS3, JUNE_1, wanted))
                .isEqualTo(new Expedite.Fee(LocalDate.parse("2026-06-23"), days, new Money(fee, "USD")));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-23", "2026-06-24", "2026-12-01"})
    void the_standard_date_and_later_ones_are_free(LocalDate wanted) {
        assertThat(PRICING.expedite(DS3, JUNE_1, wanted))
                .isEqualTo(new Expedite.NotNeeded(LocalDate.parse("2026-06-23")));
    }

    @Test
    void an_individual_case_has_no_table() {
        assertThat(PRICING.expedite(StandardInterval.ICB, JUNE_1, JUNE_1)).isInstanceOf(Expedite.RequiresQuote.class);
        assertThat(PRICING.earlierDays(StandardInterval.ICB, JUNE_1)).isEmpty();
        assertThatThrownBy(() -> new StandardInterval(5, IntervalUnit.ICB))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StandardInterval(null, IntervalUnit.BUSINESS_DAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_interval_of_calendar_days_ends_on_a_business_day_and_improves_by_calendar_days() {
        var voice = new StandardInterval(14, IntervalUnit.CALENDAR_DAYS);
        assertThat(voice.from(LocalDate.parse("2026-06-05"), PRICING.calendar()))
                .contains(LocalDate.parse("2026-06-22"));
        assertThat(PRICING.expedite(voice, JUNE_1, LocalDate.parse("2026-06-12")))
                .isEqualTo(new Expedite.Fee(LocalDate.parse("2026-06-15"), 3, usd("900")));
    }

    @Test
    void earlier_days_are_the_business_days_before_the_standard_date() {
        assertThat(PRICING.earlierDays(DS1, JUNE_1))
                .extracting(OrderPricing.EarlierDay::date)
                .containsExactly(
                        LocalDate.parse("2026-06-02"),
                        LocalDate.parse("2026-06-03"),
                        LocalDate.parse("2026-06-04"),
                        LocalDate.parse("2026-06-05"),
                        LocalDate.parse("2026-06-08"));
    }

    @Property
    void every_earlier_day_costs_what_the_charge_will_be(
            @ForAll @IntRange(min = 1, max = 60) int value, @ForAll @IntRange(max = 700) int offset) {
        var interval = new StandardInterval(value, IntervalUnit.BUSINESS_DAYS);
        var submitted = JUNE_1.plusDays(offset);
        var days = PRICING.earlierDays(interval, submitted);
        assertThat(days).hasSize(value - 1).allSatisfy(day -> {
            assertThat(PRICING.expedite(interval, submitted, day.date()))
                    .isInstanceOfSatisfying(
                            Expedite.Fee.class, fee -> assertThat(fee.fee()).isEqualTo(day.fee()));
            assertThat(day.fee().amount()).isEqualByComparingTo(BigDecimal.valueOf(300L * day.days()));
        });
        assertThat(days)
                .isSortedAccordingTo(
                        (a, b) -> b.fee().amount().compareTo(a.fee().amount()));
    }

    private static Progress progress(@Nullable String acknowledged, @Nullable String due) {
        return new Progress(
                acknowledged == null ? null : LocalDate.parse(acknowledged),
                false,
                false,
                due == null ? null : LocalDate.parse(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-08, PRE_ENGINEERING",
        "2026-06-09, POST_ENGINEERING",
        "2026-07-23, POST_ENGINEERING",
        "2026-07-24, PRE_START",
        "2026-08-15, PRE_START"
    })
    void the_stage_follows_the_calendar(LocalDate on, Stage expected) {
        assertThat(PRICING.stage(progress("2026-06-01", "2026-07-31"), on)).isEqualTo(expected);
    }

    @Test
    void a_complete_design_or_an_expedite_is_engineered_earlier() {
        var designed = new Progress(JUNE_1, true, false, LocalDate.parse("2026-07-31"));
        assertThat(PRICING.stage(designed, JUNE_1)).isEqualTo(Stage.POST_ENGINEERING);
        var expedited = new Progress(JUNE_1, false, true, LocalDate.parse("2026-07-31"));
        assertThat(PRICING.stage(expedited, LocalDate.parse("2026-06-03"))).isEqualTo(Stage.PRE_ENGINEERING);
        assertThat(PRICING.stage(expedited, LocalDate.parse("2026-06-04"))).isEqualTo(Stage.POST_ENGINEERING);
    }

    @Test
    void the_next_stage_has_a_day_when_it_is_known() {
        var progress = progress("2026-06-01", "2026-07-31");
        assertThat(PRICING.nextStage(progress, JUNE_1))
                .contains(new OrderPricing.StageChange(Stage.POST_ENGINEERING, LocalDate.parse("2026-06-09")));
        assertThat(PRICING.nextStage(progress, LocalDate.parse("2026-06-09")))
                .contains(new OrderPricing.StageChange(Stage.PRE_START, LocalDate.parse("2026-07-24")));
        assertThat(PRICING.nextStage(progress, LocalDate.parse("2026-07-24"))).isEmpty();
        assertThat(PRICING.nextStage(progress(null, null), JUNE_1)).isEmpty();
    }

    @Property
    void the_next_stage_begins_on_its_day_and_not_before(
            @ForAll @IntRange(max = 90) int due, @ForAll @IntRange(max = 60) int now) {
        var progress = new Progress(JUNE_1, false, false, JUNE_1.plusDays(due));
        var on = JUNE_1.plusDays(now);
        PRICING.nextStage(progress, on).ifPresent(next -> {
            assertThat(next.on()).isAfter(on);
            assertThat(PRICING.stage(progress, next.on())).isEqualTo(next.stage());
            assertThat(PRICING.stage(progress, next.on().minusDays(1))).isEqualTo(PRICING.stage(progress, on));
        });
    }

    @Test
    void the_point_of_no_return_is_a_day_and_a_number_of_days() {
        var progress = progress("2026-06-01", "2026-07-31");
        assertThat(PRICING.pointOfNoReturn(progress)).contains(LocalDate.parse("2026-07-29"));
        assertThat(PRICING.daysToPointOfNoReturn(progress, LocalDate.parse("2026-07-27")))
                .contains(2);
        assertThat(PRICING.daysToPointOfNoReturn(progress, LocalDate.parse("2026-08-03")))
                .contains(0);
        assertThat(PRICING.pointOfNoReturn(progress("2026-06-01", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATIVE, PRE_START, 0.00",
        "DATE, PRE_ENGINEERING, 50.00",
        "DATE, POST_ENGINEERING, 200.00",
        "DATE, PRE_START, 400.00",
        "TECHNICAL, PRE_ENGINEERING, 0.00",
        "TECHNICAL, PRE_START, 800.00"
    })
    void a_modification_costs_what_its_tier_says(ChangeKind kind, Stage stage, BigDecimal amount) {
        assertThat(PRICING.modification(kind, stage)).isEqualTo(new Money(amount, "USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "PRE_ENGINEERING, 1000.00, 333.33, 0.00",
        "POST_ENGINEERING, 1000.00, 333.33, 366.67",
        "PRE_START, 1000.00, 333.33, 1533.33"
    })
    void a_cancellation_adds_up_and_rounds_half_up(Stage stage, BigDecimal mrc, BigDecimal nrc, BigDecimal expected) {
        assertThat(PRICING.cancellation(stage, new Money(mrc, "USD"), new Money(nrc, "USD")))
                .isEqualTo(new Money(expected, "USD"));
    }
}
