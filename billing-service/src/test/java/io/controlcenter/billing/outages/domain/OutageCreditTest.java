package io.controlcenter.billing.outages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an outage is worth. */
class OutageCreditTest {

    private static final ZoneId CT = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource({
        "2026-07-03T10:00:00Z, 44640",
        "2026-02-10T10:00:00Z, 40320",
        "2028-02-10T10:00:00Z, 41760",
        "2026-03-10T10:00:00Z, 44580",
        "2026-11-10T10:00:00Z, 43260",
        // still June where the account is
        "2026-07-01T04:59:00Z, 43200",
    })
    void a_month_has_the_minutes_of_its_place(Instant at, int minutes) {
        assertThat(OutageCredit.minutesInMonth(at, CT)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "1000.00, 432, 44640, 9.68",
        "1000.00, 0, 44640, 0.00",
        "1000.00, 99999, 44640, 1000.00",
        "0, 60, 44640, 0.00"
    })
    void it_is_the_monthly_price_for_the_minutes(BigDecimal monthly, int minutes, int month, BigDecimal amount) {
        assertThat(OutageCredit.amount(monthly, minutes, month, 2)).isEqualTo(amount);
    }

    @Property(tries = 500)
    void more_minutes_never_give_less_and_never_more_than_the_price(
            @ForAll @IntRange(max = 60_000) int minutes, @ForAll @IntRange(max = 1_000_000) int cents) {
        var monthly = BigDecimal.valueOf(cents, 2);
        var amount = OutageCredit.amount(monthly, minutes, 44_640, 2);
        assertThat(amount).isBetween(BigDecimal.ZERO, monthly);
        assertThat(OutageCredit.amount(monthly, minutes + 1, 44_640, 2)).isGreaterThanOrEqualTo(amount);
    }
}
