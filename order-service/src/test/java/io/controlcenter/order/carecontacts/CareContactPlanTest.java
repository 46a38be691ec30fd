package io.controlcenter.order.carecontacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareContactPlanTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2026-06-01T15:00:00Z, 2026-06-08T15:00:00Z",
        "BI_WEEKLY, 2026-06-01T15:00:00Z, 2026-06-15T15:00:00Z",
        "WEEKLY, 2026-10-28T15:00:00Z, 2026-11-04T16:00:00Z",
        "BI_WEEKLY, 2026-03-01T16:00:00Z, 2026-03-15T15:00:00Z",
    })
    void the_next_contact_is_at_the_same_time_of_the_customers_day(
            CareContactPlan.Rhythm every, Instant contact, Instant next) {
        assertThat(every.after(contact, ZoneId.of("America/Chicago"))).isEqualTo(next);
    }
}
