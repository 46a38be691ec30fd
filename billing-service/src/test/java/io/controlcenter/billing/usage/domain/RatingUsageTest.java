package io.controlcenter.billing.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What usage is taken, on which days it counts, and what it costs. */
class RatingUsageTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final UsageType VOICE = new UsageType(
            "VOICE_LD",
            "Long-distance minutes",
            Unit.MINUTE,
            List.of(
                    rate("0.0125", "USD", "2026-01-01"),
                    rate("0.02", "USD", "2026-06-15"),
                    rate("9", "EUR", "2026-01-01")));
    private final RatingUsage rating = new RatingUsage(90);

    private static UsageType.Rate rate(String amount, String currency, String from) {
        return new UsageType.Rate(new BigDecimal(amount), currency, LocalDate.parse(from));
    }

    private static MeteredService service(@Nullable String stop) {
        return new MeteredService(
                "S-1",
                "ENT-1",
                "A-1",
                "USD",
                CHICAGO,
                LocalDate.parse("2026-03-01"),
                stop == null ? null : LocalDate.parse(stop));
    }

    private static ReportedUsage usage(String start, String end, @Nullable Money amount) {
        return new ReportedUsage(
                "med",
                "1",
                "VOICE_LD",
                "S-1",
                null,
                Instant.parse(start),
                Instant.parse(end),
                new BigDecimal("10.5"),
                Unit.MINUTE,
                amount);
    }

    private static ReportedUsage usage(String start, String end) {
        return usage(start, end, null);
    }

    private RatedUsage rated(ReportedUsage usage) {
        return ((RatingUsage.Outcome.Rated) rating.rate(usage, service(null), VOICE, NOW)).usage();
    }

    private List<UsageRefusal> refused(
            ReportedUsage usage, @Nullable MeteredService service, @Nullable UsageType type) {
        return rating.rate(usage, service, type, NOW) instanceof RatingUsage.Outcome.Refused(var why) ? why : List.of();
    }

    /** Midnight in Chicago is 05:00Z in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-01T05:00:00Z, 2026-06-01T05:00:00Z, 2026-06-01, 2026-06-02",
        "2026-06-01T04:59:59Z, 2026-06-01T05:00:00Z, 2026-05-31, 2026-06-01",
        "2026-06-01T05:00:00Z, 2026-07-01T05:00:00Z, 2026-06-01, 2026-07-01",
        "2026-06-01T05:00:00Z, 2026-07-01T05:00:00.000001Z, 2026-06-01, 2026-07-02",
        "2026-03-08T06:00:00Z, 2026-03-09T05:00:00Z, 2026-03-08, 2026-03-09",
    })
    void days_are_those_of_the_account(String start, String end, String first, String endDay) {
        var rated = rated(usage(start, end));
        assertThat(rated.firstDay()).isEqualTo(first);
        assertThat(rated.endDay()).isEqualTo(endDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T04:59:59Z, 0.13125",
        "2026-06-15T05:00:00Z, 0.21",
    })
    void the_rate_is_that_of_the_first_day_where_the_account_is(String start, String amount) {
        var rated = rated(usage(start, "2026-06-20T00:00:00Z"));
        assertThat(rated.amount()).isEqualByComparingTo(amount);
    }

    @Test
    void an_amount_that_came_with_it_counts_and_not_the_table() {
        var came = usage("2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z", new Money(new BigDecimal("0.0301"), "USD"));
        assertThat(rated(came).amount()).isEqualByComparingTo("0.0301");
        assertThat(rated(came).rate()).isNull();
        assertThat(refused(came, service(null), new UsageType("VOICE_LD", "", Unit.MINUTE, List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T00:00:00Z, 2026-06-01T23:59:59Z, , EndsBeforeStart",
        "2026-06-30T00:00:00Z, 2026-07-01T12:00:00.000001Z, , NotOver",
        "2026-06-30T00:00:00Z, 2026-07-01T12:00:00Z, , ''",
        "2026-03-01T05:59:59Z, 2026-03-02T00:00:00Z, , BeforeService",
        "2026-03-01T06:00:00Z, 2026-03-02T00:00:00Z, , ''",
        "2026-06-01T05:00:00Z, 2026-06-30T05:00:00Z, 2026-04-01, ''",
        "2026-06-01T05:00:00Z, 2026-06-30T05:00:01Z, 2026-04-01, AfterTail",
    })
    void usage_is_over_and_of_days_on_which_the_service_could_be_used(
            String start, String end, @Nullable String stop, String why) {
        assertThat(refused(usage(start, end), service(stop), VOICE))
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .isEqualTo(why.isEmpty() ? List.of() : List.of(why));
    }

    @Test
    void the_last_day_of_the_tail_is_said() {
        assertThat(refused(usage("2026-06-30T05:00:00Z", "2026-06-30T06:00:00Z"), service("2026-04-01"), VOICE))
                .containsExactly(new UsageRefusal.AfterTail(LocalDate.parse("2026-06-29")));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var wrong = new ReportedUsage(
                "med",
                "1",
                "VOICE_LD",
                "S-1",
                "A-2",
                Instant.parse("2026-02-01T00:00:00Z"),
                Instant.parse("2026-08-01T00:00:00Z"),
                BigDecimal.ONE,
                Unit.GIGABYTE,
                new Money(BigDecimal.ONE, "EUR"));
        assertThat(refused(wrong, service(null), VOICE))
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .containsExactly("NotOver", "OtherUnit", "OtherAccount", "OtherCurrency", "BeforeService");
        assertThat(refused(wrong, null, null))
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .containsExactly("NotOver", "UnknownType", "UnknownService");
    }

    @Test
    void without_a_rate_on_its_day_it_has_to_say_what_it_costs() {
        var later = new UsageType("VOICE_LD", "", Unit.MINUTE, List.of(rate("1", "USD", "2026-06-02")));
        assertThat(refused(usage("2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z"), service(null), later))
                .containsExactly(new UsageRefusal.NoRate(LocalDate.parse("2026-06-01"), "USD"));
    }

    @Test
    void the_same_said_in_other_digits_is_the_same() {
        var rated = rated(usage("2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z"));
        var again = new ReportedUsage(
                "med",
                "1",
                "VOICE_LD",
                "S-1",
                "A-1",
                Instant.parse("2026-06-01T05:00:00Z"),
                Instant.parse("2026-06-01T06:00:00Z"),
                new BigDecimal("10.500"),
                Unit.MINUTE,
                null);
        assertThat(rated.says(again)).isTrue();
        assertThat(rated.says(usage("2026-06-01T05:00:00Z", "2026-06-01T06:00:01Z")))
                .isFalse();
        assertThat(rated.says(usage(
                        "2026-06-01T05:00:00Z", "2026-06-01T06:00:00Z", new Money(new BigDecimal("0.13125"), "USD"))))
                .isFalse();
    }
}
