package io.controlcenter.identity.users.application;

import io.controlcenter.identity.enterprises.EnterpriseEnd;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rights of all users of an enterprise together, for when enterprises merge, divide or end. */
@Component
@Order(0)
@Transactional(propagation = Propagation.MANDATORY)
public class RightsOnEnterprises implements EnterpriseEnd {

    private final Grants grants;
    private final UserDesk desk;
    private final Announcements announcements;
    private final AuditTrail audit;

    RightsOnEnterprises(Grants grants, UserDesk desk, Announcements announcements, AuditTrail audit) {
        this.grants = grants;
        this.desk = desk;
        this.announcements = announcements;
        this.audit = audit;
    }

    public List<Grant> of(String enterpriseId) {
        return grants.ofEnterprise(enterpriseId);
    }

    public Optional<Grant> find(String userId, String enterpriseId) {
        return grants.find(userId, enterpriseId);
    }

    public void give(String userId, String enterpriseId, Wanted wanted, String why) {
        var before = grants.find(userId, enterpriseId);
        var after = grants.put(userId, enterpriseId, wanted);
        if (before.isEmpty()) {
            announcements.granted(after);
        } else {
            announcements.changed(after);
        }
        audit.record(enterpriseId, why, "user", userId, before.orElse(null), after);
    }

    /** With an enterprise ends what anybody may do on it; there is nothing left to administer. */
    @Override
    public void ended(String enterpriseId) {
        for (var grant : grants.ofEnterprise(enterpriseId)) {
            announcements.revoked(grants.remove(grant));
            audit.record(enterpriseId, "membership.revoked", "user", grant.userId(), grant, null);
            desk.decide(grant.userId(), user -> user.lose(enterpriseId));
        }
    }
}
