package io.controlcenter.identity.registration;

import io.controlcenter.identity.enterprises.EnterpriseEnd;
import io.controlcenter.identity.registration.domain.Registration.Outcome;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody gets into an enterprise that has ended. */
@Component
class EndingRegistrations implements EnterpriseEnd {

    private final JdbcClient db;
    private final RegistrationRows rows;
    private final RegistrationEventsOut events;
    private final Clock clock;

    EndingRegistrations(JdbcClient db, RegistrationRows rows, RegistrationEventsOut events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void ended(String enterpriseId) {
        db.sql(
                        "update registration set state = 'EXPIRED', version = version + 1 where enterprise_id = :enterprise and state = 'PENDING_EMAIL'")
                .param("enterprise", enterpriseId)
                .update();
        var why = "This enterprise takes no registrations any more.";
        for (var pending : rows.pendingApproval(enterpriseId)) {
            if (pending.reject("Control Center", clock.instant(), why) instanceof Outcome.Taken(var rejected)) {
                rows.save(rejected);
                events.rejected(rejected, why);
            }
        }
    }
}
