package io.controlcenter.maintenance.conflicts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When diverse services are at risk together. */
class DiversityTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final Side ONE = new Side("S-1", "C-1", "A-1");
    private static final Side OTHER = new Side("S-2", "C-2", "A-2");
    private static final Side THIRD = new Side("S-3", "C-3", "A-2");

    private static Hit hit(Side side, String gcr, long from, long until) {
        return new Hit(side, gcr, gcr + "-1", NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(until)));
    }

    private static List<Conflict> found(List<Hit> hits, List<Outage> outages) {
        return new Diversity(hits, outages, Duration.ofDays(3)).conflicts(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 14, 12, 16, true",
        "10, 14, 10, 14, true",
        "10, 14, 11, 12, true",
        "10, 14, 14, 18, false",
        "10, 14, 20, 24, false",
    })
    void two_windows_meet_when_they_overlap(long from, long until, long otherFrom, long otherUntil, boolean meet) {
        var hits = List.of(hit(ONE, "100000001", from, until), hit(OTHER, "100000002", otherFrom, otherUntil));
        assertThat(found(hits, List.of())).hasSize(meet ? 1 : 0);
    }

    @Test
    void the_risk_lasts_while_both_are_open() {
        var conflict = found(List.of(hit(ONE, "100000001", 10, 14), hit(OTHER, "100000002", 12, 16)), List.of())
                .getFirst();
        assertThat(conflict.from()).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(conflict.until()).isEqualTo(NOW.plus(Duration.ofHours(14)));
        assertThat(conflict.sides()).containsExactly(ONE, OTHER);
    }

    @Test
    void the_same_service_twice_is_no_conflict_and_many_services_of_two_windows_are_one() {
        assertThat(found(List.of(hit(ONE, "100000001", 10, 14), hit(ONE, "100000002", 10, 14)), List.of()))
                .isEmpty();
        var hits = List.of(
                hit(ONE, "100000001", 10, 14), hit(OTHER, "100000002", 10, 14), hit(THIRD, "100000002", 10, 14));
        assertThat(found(hits, List.of()))
                .extracting(Conflict::key)
                .containsExactlyInAnyOrder("100000001-1+100000002-1", "100000002-1");
        assertThat(found(hits, List.of()).getFirst().sides()).containsExactly(ONE, OTHER, THIRD);
    }

    @Test
    void an_outage_counts_when_the_window_of_another_service_is_near() {
        var outage = List.of(new Outage(ONE, "T-1"));
        assertThat(found(List.of(hit(ONE, "100000001", 10, 14)), outage)).isEmpty();
        assertThat(found(List.of(hit(OTHER, "100000001", 72, 76)), outage))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(Conflict.Kind.WINDOW_WITH_OUTAGE);
                    assertThat(conflict.ticketNumber()).isEqualTo("T-1");
                });
        var far = new Diversity(List.of(hit(OTHER, "100000001", 100, 104)), outage, Duration.ofDays(3));
        assertThat(far.conflicts(NOW)).isEmpty();
        assertThat(far.lookAgain(NOW)).contains(NOW.plus(Duration.ofHours(28)));
        assertThat(far.lookAgain(NOW.plus(Duration.ofHours(28)))).isEmpty();
        assertThat(new Diversity(far.hits(), List.of(), far.horizon()).lookAgain(NOW))
                .isEmpty();
    }
}
