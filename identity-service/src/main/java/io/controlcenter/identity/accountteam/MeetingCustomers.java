package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.domain.Engagement;
import io.controlcenter.identity.accountteam.domain.Engagement.Outcome;
import io.controlcenter.identity.accountteam.domain.EngagementKind;
import io.controlcenter.identity.accountteam.domain.EngagementState;
import io.controlcenter.identity.enterprises.BillingAccounts;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with meetings. */
@Component
@Transactional
class MeetingCustomers {

    private final Engagements engagements;
    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final Clock clock;

    MeetingCustomers(Engagements engagements, Enterprises enterprises, BillingAccounts accounts, Clock clock) {
        this.engagements = engagements;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.clock = clock;
    }

    record Target(String enterpriseId, String engagementId, LongConsumer expected) {}

    Engagement arrange(
            String enterpriseId, EngagementKind kind, @Nullable String accountId, Instant at, @Nullable String note) {
        enterprises.require(enterpriseId);
        if (accountId != null
                && !accounts.existing(enterpriseId, List.of(accountId)).contains(accountId)) {
            throw Problem.unprocessable(
                    Violation.referenceNotFound("/accountId", "The enterprise has no such account."));
        }
        if (!at.isAfter(clock.instant())) {
            throw past();
        }
        var id = UUID.randomUUID().toString();
        var wanted = new Engagement(
                id, enterpriseId, accountId, kind, id, EngagementState.SCHEDULED, at, note, null, clock.instant(), 1);
        if (!engagements.add(wanted)) {
            throw Problem.conflict("enterprise-not-active", "The enterprise is not active.");
        }
        return wanted;
    }

    @Transactional(readOnly = true)
    Engagement require(String enterpriseId, String engagementId) {
        return engagements.find(enterpriseId, engagementId, false).orElseThrow(MeetingCustomers::unknown);
    }

    Engagement reschedule(Target target, Instant to, @Nullable String note) {
        return step(target, "engagement.rescheduled", meeting -> meeting.reschedule(to, note, clock.instant()));
    }

    Engagement hold(Target target, String summary) {
        return step(target, "engagement.held", meeting -> meeting.hold(summary, clock.instant()));
    }

    Engagement cancel(Target target, String reason) {
        return step(target, "engagement.cancelled", meeting -> meeting.cancel(reason));
    }

    private Engagement step(Target target, String what, Function<Engagement, Outcome> step) {
        var before = engagements
                .find(target.enterpriseId(), target.engagementId(), true)
                .orElseThrow(MeetingCustomers::unknown);
        target.expected().accept(before.version());
        return switch (step.apply(before)) {
            case Outcome.Taken(var after) -> {
                engagements.save(before, after, what);
                yield after;
            }
            case Outcome.NotInThisState(var state) ->
                throw Problem.conflict("engagement-not-scheduled", "The meeting is %s.".formatted(state))
                        .with("state", state);
            case Outcome.WrongTime(var at)
            when at.equals(before.scheduledAt()) && at.isAfter(clock.instant()) ->
                throw Problem.conflict("engagement-in-future", "The meeting is still to come.");
            case Outcome.WrongTime _ -> throw past();
        };
    }

    private static Problem past() {
        return Problem.unprocessable(Violation.invalid("/scheduledAt", "This is past already."));
    }

    private static Problem unknown() {
        return Problem.notFound("The engagement");
    }
}
