package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.registration.domain.Registration.Outcome;
import io.controlcenter.identity.registration.domain.RegistrationState;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Following the link in the mail; whoever has it has the mail address. */
@Component
class Verifying {

    private final RegistrationRows rows;
    private final RegistrationEventsOut events;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Verifying(
            RegistrationRows rows,
            RegistrationEventsOut events,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose link this is, while it works; mail programs may look, and change nothing. */
    Optional<Registration> look(String token) {
        return everywhere(() -> rows.byToken(Secrets.hash(token), "")
                .filter(registration -> registration.verify(clock.instant()) instanceof Outcome.Taken));
    }

    /** False when the link does not work, or not any more. */
    boolean confirm(String token) {
        return everywhere(() -> rows.byToken(Secrets.hash(token), "for update")
                .map(this::confirm)
                .orElse(false));
    }

    private boolean confirm(Registration before) {
        return switch (before.verify(clock.instant())) {
            case Outcome.Refused _ -> false;
            case Outcome.Taken(var after) -> {
                if (before.state() != RegistrationState.PENDING_APPROVAL) {
                    rows.save(after);
                    events.pendingApproval(after, rows.administrators(after.enterpriseId()));
                    audit.record(
                            after.enterpriseId(),
                            "registration.verified",
                            "registration",
                            after.registrationId(),
                            before,
                            after);
                }
                yield true;
            }
        };
    }

    private <T> T everywhere(Supplier<T> work) {
        return TenantScope.call(TenantScope.ALL, () -> transaction.execute(_ -> work.get()));
    }
}
