package io.controlcenter.maintenance.changes.domain;

import static io.controlcenter.maintenance.changes.domain.GcrFixture.NOW;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.OUTAGE;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.QUIET;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.RULES;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.at;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.in;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.window;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When work may be announced, and which windows a GCR can have. */
class NoticeTest {

    private static Gcr planned(Designation designation, String reason, Duration ahead) {
        return GcrFixture.with(work(designation, reason), window(1, Window.Kind.PRIMARY, GcrState.PLANNED, ahead));
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD,  PT168H,       true,  true",
        "STANDARD,  PT167H59M59S, true,  false",
        "STANDARD,  PT1H,         false, true",
        "ESSENTIAL, PT168H,       true,  true",
        "ESSENTIAL, PT100H,       true,  false",
        "EMERGENCY, PT1H,         true,  true",
        "EMERGENCY, PT-1H,        true,  true",
    })
    void work_that_services_can_feel_is_announced_a_week_ahead(
            Designation designation, Duration ahead, boolean disruptive, boolean allowed) {
        var outcome = planned(designation, "fire", ahead).confirm(disruptive ? OUTAGE : QUIET, RULES, NOW);
        if (allowed) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome).isEqualTo(Outcome.refused(new Refusal.NoticeTooShort(NOW.plus(Duration.ofDays(7)))));
        }
    }

    @Test
    void a_start_in_the_past_a_missing_service_and_an_unexplained_emergency_are_refused() {
        assertThat(planned(Designation.STANDARD, "r", Duration.ofHours(-1)).confirm(QUIET, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.StartInThePast(
                        "123456789-1", at(Duration.ofHours(-1)).start())));
        assertThat(in(GcrState.PLANNED).confirm(new Affected(0, false), RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.NoServices()));
        assertThat(planned(Designation.EMERGENCY, " ", Duration.ofHours(1)).confirm(OUTAGE, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.ReasonMissing()));
        assertThat(planned(Designation.EMERGENCY, "fire", Duration.ofHours(1)).confirm(OUTAGE, RULES, NOW))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.events().getLast())
                                .isInstanceOfSatisfying(
                                        GcrEvent.Noticed.class,
                                        noticed -> assertThat(noticed.kind()).isEqualTo(NoticeKind.EMERGENCY)));
    }

    @Test
    void a_proposal_counts_as_the_first_notice() {
        var gcr = planned(Designation.STANDARD, "r", Duration.ofDays(8));
        assertThat(gcr.propose(OUTAGE, RULES, NOW)).isInstanceOf(Outcome.Done.class);
        assertThat(gcr.confirm(OUTAGE, RULES, NOW.plus(Duration.ofDays(5)))).isInstanceOf(Outcome.Done.class);
        assertThat(gcr.snapshot().firstNoticeAt()).isEqualTo(NOW);
        assertThat(gcr.snapshot().leadTimeHours()).isEqualTo(8 * 24);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, P11D, true", // later: they have known of the day before for long
        "SCHEDULED, P9D,  false", // earlier, and they hear of it only two days before
        "POSTPONED, P11D, false", // there was no date any more
        "POSTPONED, P14D, true",
    })
    void a_new_time_has_notice_from_when_customers_could_know_of_it(GcrState state, Duration ahead, boolean allowed) {
        var later = NOW.plus(Duration.ofDays(7));
        var outcome = in(state)
                .reschedule(
                        List.of(new Move(1, at(ahead)), new Move(2, at(Duration.ofDays(20)))),
                        null,
                        OUTAGE,
                        RULES,
                        later);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @Test
    void a_new_time_without_a_window_is_for_the_one_that_was_put_off() {
        var gcr = planned(Designation.STANDARD, "r", Duration.ofDays(8));
        gcr.confirm(OUTAGE, RULES, NOW);
        gcr.postpone("vendor issue", NOW);
        var move = new Move(null, at(Duration.ofDays(12)));
        assertThat(gcr.reschedule(List.of(move), null, OUTAGE, RULES, NOW)).isInstanceOf(Outcome.Done.class);
        assertThat(gcr.snapshot().windows()).singleElement().satisfies(window -> {
            assertThat(window.state()).isEqualTo(GcrState.SCHEDULED);
            assertThat(window.start()).isEqualTo(move.times().start());
        });
    }

    @Test
    void a_new_time_is_refused_as_a_whole() {
        var gcr = in(GcrState.SCHEDULED);
        var before = gcr.snapshot();
        assertThat(gcr.reschedule(List.of(new Move(9, at(Duration.ofDays(12)))), null, OUTAGE, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.NoSuchOpenWindow(0)));
        assertThat(gcr.reschedule(List.of(new Move(1, at(Duration.ofDays(11)))), null, OUTAGE, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.WindowsOverlap("123456789-1", "123456789-2")));
        var times = at(Duration.ofDays(12));
        var backwards = new Times(times.start(), times.start().minusSeconds(1), times.timeZone());
        assertThat(gcr.reschedule(List.of(new Move(1, backwards)), null, OUTAGE, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.EndNotAfterStart(0)));
        assertThat(gcr.snapshot()).isEqualTo(before);
        assertThat(in(GcrState.POSTPONED)
                        .reschedule(List.of(new Move(2, at(Duration.ofDays(12)))), null, OUTAGE, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.NothingScheduled()));
    }

    @Test
    void a_plan_has_windows_that_do_not_overlap_and_one_that_is_primary() {
        var gcr = Gcr.draft(GcrFixture.NUMBER, work(Designation.STANDARD, null), NOW, "Change Manager");
        var ten = at(Duration.ofDays(10));
        assertThat(gcr.plan(List.of(new Wish(Window.Kind.ALTERNATE, ten)), OUTAGE, RULES, NOW))
                .isEqualTo(Outcome.refused(new Refusal.NoWindow()));
        assertThat(gcr.plan(
                        List.of(
                                new Wish(Window.Kind.PRIMARY, ten),
                                new Wish(
                                        Window.Kind.ALTERNATE,
                                        at(Duration.ofDays(10).plusHours(3)))),
                        OUTAGE,
                        RULES,
                        NOW))
                .isEqualTo(Outcome.refused(new Refusal.WindowsOverlap("123456789-1", "123456789-2")));
        assertThat(gcr.plan(
                        List.of(
                                new Wish(Window.Kind.PRIMARY, ten),
                                new Wish(Window.Kind.ALTERNATE, new Times(ten.end(), ten.end(), ten.timeZone()))),
                        OUTAGE,
                        RULES,
                        NOW))
                .isEqualTo(Outcome.refused(new Refusal.EndNotAfterStart(1)));
        assertThat(gcr.plan(
                        List.of(
                                new Wish(Window.Kind.PRIMARY, ten),
                                new Wish(
                                        Window.Kind.ALTERNATE,
                                        at(Duration.ofDays(10).plusHours(4)))),
                        OUTAGE,
                        RULES,
                        NOW))
                .isEqualTo(Outcome.done(new GcrEvent.Planned()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "123456789, 123456789",
                "GCR123456789, 123456789",
                "gcr 123456789, 123456789",
                "GCR-123456789, 123456789",
                "'  123456789 ', 123456789",
                "012345678, -",
                "12345678, -",
                "1234567890, -",
                "GCR, -",
                "12345678x, -",
            })
    void a_number_has_nine_digits_and_perhaps_a_prefix(String written, String digits) {
        assertThat(GcrNumber.parse(written).map(GcrNumber::digits).orElse(null)).isEqualTo(digits);
    }
}
