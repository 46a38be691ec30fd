package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.registration.domain.RegistrationState;
import io.controlcenter.identity.users.application.Decision;
import io.controlcenter.identity.users.application.InvitingUsers;
import io.controlcenter.identity.users.domain.Granter;
import io.controlcenter.identity.users.domain.Profile;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.identity.users.web.UserProblems;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with registrations: an approved one becomes an invited user with a first grant. */
@Component
@Transactional
class Deciding {

    private final RegistrationRows rows;
    private final InvitingUsers inviting;
    private final RegistrationEventsOut events;
    private final AuditTrail audit;
    private final Clock clock;

    Deciding(
            RegistrationRows rows,
            InvitingUsers inviting,
            RegistrationEventsOut events,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.inviting = inviting;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which one, in which version, and on whose word. */
    record Target(String enterpriseId, String registrationId, LongConsumer expected, String by) {}

    @Transactional(readOnly = true)
    Page<Registration> list(String enterpriseId, ListRequest request) {
        return rows.list(enterpriseId, request);
    }

    @Transactional(readOnly = true)
    Registration require(String enterpriseId, String registrationId) {
        return rows.find(enterpriseId, registrationId).orElseThrow(() -> Problem.notFound("The registration"));
    }

    /** @param username instead of the one that was asked for, when that is taken */
    Registration approve(Target target, @Nullable String username, Wanted wanted, Granter granter) {
        var before = held(target);
        requirePending(before);
        var invited = UserProblems.require(invite(before, username, wanted, granter));
        var after = written(
                before, before.approve(target.by(), clock.instant(), invited.userId()), "registration.approved");
        events.approved(after, invited.userId());
        return after;
    }

    private Decision invite(Registration registration, @Nullable String username, Wanted wanted, Granter granter) {
        var applicant = registration.applicant();
        var profile = new Profile(
                applicant.email(),
                applicant.firstName(),
                applicant.lastName(),
                applicant.phone(),
                applicant.timeZone());
        return inviting.customer(
                Objects.requireNonNullElse(username, applicant.username()),
                profile,
                registration.enterpriseId(),
                wanted,
                "/membership",
                granter);
    }

    Registration reject(Target target, String reason) {
        var before = held(target);
        requirePending(before);
        var after = written(before, before.reject(target.by(), clock.instant(), reason), "registration.rejected");
        events.rejected(after, reason);
        return after;
    }

    private Registration held(Target target) {
        var found = rows.held(target.enterpriseId(), target.registrationId())
                .orElseThrow(() -> Problem.notFound("The registration"));
        target.expected().accept(found.version());
        return found;
    }

    private static void requirePending(Registration registration) {
        if (registration.state() != RegistrationState.PENDING_APPROVAL) {
            throw notNow(registration.state());
        }
    }

    private static Problem notNow(RegistrationState state) {
        return Problem.conflict(
                        "registration-not-pending-approval",
                        "A registration that is %s cannot be decided.".formatted(state))
                .with("state", state);
    }

    private Registration written(Registration before, Registration.Outcome outcome, String what) {
        return switch (outcome) {
            case Registration.Outcome.Refused(var state) -> throw notNow(state);
            case Registration.Outcome.Taken(var after) -> {
                rows.save(after);
                audit.record(after.enterpriseId(), what, "registration", after.registrationId(), before, after);
                yield after;
            }
        };
    }
}
