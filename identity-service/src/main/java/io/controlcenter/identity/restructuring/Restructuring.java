package io.controlcenter.identity.restructuring;

import io.controlcenter.identity.accountgroups.AccountGroups;
import io.controlcenter.identity.enterprises.BillingAccount;
import io.controlcenter.identity.enterprises.Enterprise;
import io.controlcenter.identity.enterprises.EnterpriseSuccession;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.identity.users.application.RightsOnEnterprises;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merging and dividing enterprises. Nobody loses what they could use, and nobody gets anything that they could not: who
 * had all accounts of an enterprise that goes up in another one has those accounts there, not all.
 */
@Component
@Transactional
class Restructuring {

    private final Enterprises enterprises;
    private final EnterpriseSuccession succession;
    private final AccountGroups groups;
    private final RightsOnEnterprises rights;

    Restructuring(
            Enterprises enterprises,
            EnterpriseSuccession succession,
            AccountGroups groups,
            RightsOnEnterprises rights) {
        this.enterprises = enterprises;
        this.succession = succession;
        this.groups = groups;
        this.rights = rights;
    }

    /** One enterprise goes up in another: numbers, accounts, groups and users go there; it is inactive from then on. */
    Enterprise consolidate(String enterpriseId, String intoId) {
        succession.hold(List.of(enterpriseId, intoId));
        var from = active(enterprises.require(enterpriseId));
        if (enterpriseId.equals(intoId)) {
            throw Problem.unprocessable(
                    Violation.invalid("/intoEnterpriseId", "An enterprise cannot go up in itself."));
        }
        var into = active(enterprises
                .find(intoId)
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound("/intoEnterpriseId", "There is no such enterprise."))));
        if (from.segment() != into.segment()) {
            throw Problem.conflict("segment-mismatch", "The two enterprises are of different segments.");
        }
        var numbers = numbers(from);
        var all = succession.accountsUnder(from, numbers).stream()
                .map(BillingAccount::accountId)
                .toList();
        var users = rights.of(enterpriseId);
        var administered = rights.of(intoId).stream().anyMatch(Grant::admin);
        rights.ended(enterpriseId);
        groups.hand(enterpriseId, intoId, from.name());
        succession.hand(from, into, numbers);
        users.forEach(grant -> join(grant, intoId, all, administered));
        succession.close(from, "enterprise.consolidated");
        return enterprises.require(intoId);
    }

    /** @param administered whether somebody administers the other enterprise already */
    private void join(Grant grant, String intoId, List<String> all, boolean administered) {
        var wanted = rights.find(grant.userId(), intoId)
                .map(there -> both(there, grant, all))
                .orElseGet(() -> alone(grant, all, administered));
        rights.give(grant.userId(), intoId, wanted, "membership.consolidated");
    }

    /** Who belongs to both keeps the permissions of the one that stays, and the accounts of both. */
    private static Wanted both(Grant there, Grant grant, List<String> all) {
        return there.allAccounts()
                ? there.wanted()
                : new Wanted(
                        there.admin(),
                        there.permissions(),
                        false,
                        union(there.listedAccountIds(), grant.allAccounts() ? all : grant.listedAccountIds()),
                        union(there.accountGroupIds(), grant.accountGroupIds()));
    }

    private static Wanted alone(Grant grant, List<String> all, boolean administered) {
        if (grant.admin() && !administered) {
            return grant.wanted();
        }
        return new Wanted(
                false,
                grant.admin() ? allTasks() : grant.permissions(),
                false,
                grant.allAccounts() ? all : grant.listedAccountIds(),
                grant.accountGroupIds());
    }

    /** What an administrator may do, without making others administrators of more than there was. */
    private static List<String> allTasks() {
        return Permission.names().stream()
                .filter(name ->
                        !name.equals(Permission.ENTERPRISE_ADMIN.name()) && !name.equals(Permission.USER_ADMIN.name()))
                .toList();
    }

    private static List<String> union(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** Some customer numbers become an enterprise of their own; who could use their accounts can do so there. */
    Enterprise split(String enterpriseId, String name, @Nullable String customName, List<String> numbers) {
        succession.hold(List.of(enterpriseId));
        var from = active(enterprises.require(enterpriseId));
        requireSome(from, numbers);
        var moved = succession.accountsUnder(from, numbers).stream()
                .map(BillingAccount::accountId)
                .toList();
        var users = rights.of(enterpriseId);
        var created = enterprises.create(
                new Enterprises.NewEnterprise(name, customName, from.segment(), from.selfRegistration(), List.of()));
        succession.hand(from, created, numbers);
        users.forEach(grant -> follow(grant, created.enterpriseId(), moved));
        return enterprises.require(created.enterpriseId());
    }

    private void follow(Grant grant, String createdId, List<String> moved) {
        var accounts = grant.accountIds().stream().filter(moved::contains).toList();
        if (grant.allAccounts() || !accounts.isEmpty()) {
            rights.give(
                    grant.userId(),
                    createdId,
                    new Wanted(grant.admin(), grant.permissions(), grant.allAccounts(), accounts, List.of()),
                    "membership.split");
        }
    }

    private static void requireSome(Enterprise from, List<String> numbers) {
        var known = numbers(from);
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < numbers.size(); i++) {
            if (!known.contains(numbers.get(i))) {
                violations.add(Violation.referenceNotFound(
                        "/customerNumbers/" + i, "The enterprise has no such customer number."));
            }
        }
        if (violations.isEmpty() && numbers.containsAll(known)) {
            violations.add(Violation.invalid("/customerNumbers", "One customer number has to stay."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static List<String> numbers(Enterprise enterprise) {
        return enterprise.customerNumbers().stream()
                .map(Enterprise.CustomerNumber::number)
                .toList();
    }

    private static Enterprise active(Enterprise enterprise) {
        if (enterprise.status() != Enterprise.Status.ACTIVE) {
            throw Problem.conflict(
                    "enterprise-not-active", "The enterprise " + enterprise.enterpriseId() + " is not active.");
        }
        return enterprise;
    }
}
