package io.controlcenter.identity.users.application;

import io.controlcenter.identity.enterprises.Enterprise;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.User;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.Users;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a user sees and chooses for oneself, over all enterprises that one belongs to. The only place where a customer's
 * request looks beyond the active enterprise, and then only at the caller's own grants.
 */
@Service
public class OwnProfile {

    private final Users users;
    private final Grants grants;
    private final Enterprises enterprises;
    private final UserDesk desk;
    private final PartnerClients partners;
    private final TransactionTemplate transaction;

    OwnProfile(
            Users users,
            Grants grants,
            Enterprises enterprises,
            UserDesk desk,
            PartnerClients partners,
            TransactionTemplate transaction) {
        this.users = users;
        this.grants = grants;
        this.enterprises = enterprises;
        this.desk = desk;
        this.partners = partners;
        this.transaction = transaction;
    }

    /** An enterprise with the grant on it. */
    public record Membership(Enterprise enterprise, Grant grant, boolean isDefault) {}

    public Optional<UserSnapshot> find(String userId) {
        return everywhere(() -> users.find(userId).map(User::snapshot));
    }

    public List<Membership> memberships(String userId) {
        return everywhere(() -> {
            var chosen = users.find(userId).map(user -> user.snapshot().defaultEnterprise());
            return grants.of(userId).stream()
                    .map(grant -> new Membership(
                            enterprises.require(grant.enterpriseId()),
                            grant,
                            chosen.filter(grant.enterpriseId()::equals).isPresent()))
                    .filter(membership -> membership.enterprise().status() == Enterprise.Status.ACTIVE)
                    .toList();
        });
    }

    /** The partner's program that calls. */
    public Optional<PartnerClients.PartnerClient> partner(String clientId) {
        return everywhere(() -> partners.find(clientId));
    }

    /** Where a partner's program can act; it has no default. */
    public List<Membership> partnerMemberships(String clientId) {
        return everywhere(() -> partners.find(clientId).stream()
                .flatMap(client -> client.reach().stream())
                .map(grant -> new Membership(enterprises.require(grant.enterpriseId()), grant, false))
                .toList());
    }

    public Decision chooseDefault(String userId, String enterpriseId) {
        return everywhere(() -> desk.decide(userId, user -> user.chooseDefault(enterpriseId, mine(userId))));
    }

    private java.util.Set<String> mine(String userId) {
        return grants.of(userId).stream().map(Grant::enterpriseId).collect(Collectors.toSet());
    }

    public Decision clearDefault(String userId) {
        return everywhere(() -> desk.decide(userId, User::clearDefault));
    }

    private <T> T everywhere(Supplier<T> work) {
        return TenantScope.call(TenantScope.ALL, () -> transaction.execute(_ -> work.get()));
    }
}
