package io.controlcenter.identity.clients;

import io.controlcenter.identity.enterprises.BillingAccounts;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API's clients, what each may do where, and how it proves itself. An enterprise sees its own alone. */
@Component
class ApiClients {

    private final ClientRows rows;
    private final ClientChanges changes;
    private final ClientSecrets secrets;
    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final Clock clock;

    ApiClients(
            ClientRows rows,
            ClientChanges changes,
            ClientSecrets secrets,
            Enterprises enterprises,
            BillingAccounts accounts,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.secrets = secrets;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A client as asked for. */
    record NewClient(
            @Nullable String clientId,
            String name,
            ApiClient.Kind kind,
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            List<String> permissions,
            List<String> enterpriseIds,
            @Nullable List<String> accountIds,
            @Nullable String jwks) {}

    /** @param secret said once and never again; null where none was made */
    record Registered(ApiClient client, @Nullable String secret) {}

    /** A partner's program gets a secret unless it brought keys. */
    @Transactional
    Registered register(NewClient wanted, ClientAdministrator by) {
        var clientId = wanted.clientId() == null ? "client-" + Secrets.next().substring(0, 16) : wanted.clientId();
        var client = new ApiClient(
                clientId,
                wanted.name(),
                wanted.kind(),
                ApiClient.Status.ACTIVE,
                wanted.redirectUris(),
                wanted.postLogoutRedirectUris(),
                wanted.permissions(),
                wanted.enterpriseIds(),
                wanted.accountIds(),
                false,
                wanted.jwks(),
                List.of(),
                clock.instant(),
                1);
        requireSound(client, by);
        if (!rows.add(client)) {
            throw Problem.conflict("client-id-taken", "The client id " + clientId + " is taken.");
        }
        var secret = client.canProveItself(clock.instant()) ? null : secrets.make(clientId, null);
        var registered = changes.told("client.registered", null, rows.require(clientId));
        return new Registered(registered, secret == null ? null : secret.secret());
    }

    private void requireSound(ApiClient wanted, ClientAdministrator by) {
        var violations = new ArrayList<Violation>();
        refer(violations, "/enterpriseIds/", wanted.enterpriseIds(), this::exists, "There is no such enterprise.");
        var known = new HashSet<String>();
        var named = Objects.requireNonNullElse(wanted.accountIds(), List.<String>of());
        wanted.enterpriseIds().forEach(enterprise -> known.addAll(accounts.existing(enterprise, named)));
        refer(violations, "/accountIds/", named, known::contains, "These enterprises have no such account.");
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
        by.requireAtLeast(wanted);
    }

    private boolean exists(String enterpriseId) {
        return enterprises.find(enterpriseId).isPresent();
    }

    private static void refer(
            List<Violation> violations, String at, List<String> named, Predicate<String> known, String otherwise) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.test(named.get(i))) {
                violations.add(Violation.referenceNotFound(at + i, otherwise));
            }
        }
    }

    /** @param change of name, redirects, permissions, enterprises, accounts and keys */
    @Transactional
    ApiClient change(String clientId, LongConsumer expected, ClientAdministrator by, UnaryOperator<ApiClient> change) {
        var before = changes.working(clientId, expected);
        by.requireAtLeast(before);
        var wanted = change.apply(before);
        if (wanted.equals(before)) {
            return before;
        }
        requireSound(wanted, by);
        changes.requireCredential(wanted);
        return changes.saved("client.changed", before, wanted);
    }

    @Transactional
    ApiClient suspend(String clientId, LongConsumer expected) {
        return moved(changes.own(clientId, expected), ApiClient.Status.SUSPENDED);
    }

    @Transactional
    ApiClient resume(String clientId, LongConsumer expected, ClientAdministrator by) {
        var before = changes.own(clientId, expected);
        by.requireAtLeast(before);
        return moved(before, ApiClient.Status.ACTIVE);
    }

    @Transactional
    ApiClient disable(String clientId, LongConsumer expected) {
        return moved(changes.own(clientId, expected), ApiClient.Status.DISABLED);
    }

    /** Every token of the client stops working within seconds. */
    private ApiClient moved(ApiClient before, ApiClient.Status to) {
        if (before.status() == to) {
            return before;
        }
        if (before.status() == ApiClient.Status.DISABLED) {
            throw Problem.conflict("client-disabled", "A disabled client stays as it is.");
        }
        return changes.saved("client." + to.name().toLowerCase(Locale.ROOT), before, before.moved(to));
    }

    /**
     * Takes a client away from the enterprise that is acted for, or from all. One that is left without any is disabled,
     * and known to the provider only: its id is never given again.
     */
    @Transactional
    void delete(String clientId, LongConsumer expected) {
        var before = rows.require(clientId);
        expected.accept(before.version());
        changes.saved("client.deleted", before, before.unbound());
    }

    @Transactional(readOnly = true)
    ApiClient require(String clientId) {
        return rows.require(clientId);
    }

    @Transactional(readOnly = true)
    Page<ApiClient> list(ListRequest request) {
        return rows.list(request);
    }
}
