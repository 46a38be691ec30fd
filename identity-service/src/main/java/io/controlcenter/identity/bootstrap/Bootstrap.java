package io.controlcenter.identity.bootstrap;

import io.controlcenter.identity.IdentitySettings;
import io.controlcenter.identity.clients.Registrations;
import io.controlcenter.identity.signin.Credentials;
import io.controlcenter.identity.users.application.FirstOperator;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what everything else begins with: the gateway's client, the platform's own front-end, and the first operator
 * while there is no user. Done at every start, by one replica after the other, and with the same result.
 */
@Component
class Bootstrap implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final long LOCK = 7_306_122;

    private final IdentitySettings settings;
    private final SecuritySettings security;
    private final Registrations registrations;
    private final FirstOperator operator;
    private final Credentials credentials;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Bootstrap(
            IdentitySettings settings,
            SecuritySettings security,
            Registrations registrations,
            FirstOperator operator,
            Credentials credentials,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.security = security;
        this.registrations = registrations;
        this.operator = operator;
        this.credentials = credentials;
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        TenantScope.run(
                TenantScope.ALL,
                () -> transaction.executeWithoutResult(_ -> {
                    db.sql("select pg_advisory_xact_lock(:lock)")
                            .param("lock", LOCK)
                            .query((_, _) -> LOCK)
                            .single();
                    clients();
                    firstOperator();
                }));
    }

    private void clients() {
        registrations.putPublic(
                "control-center-portal",
                "Control Center",
                List.of(security.issuer() + "/portal/callback", security.issuer() + "/swagger-ui/oauth2-redirect.html"),
                List.of(security.issuer() + "/portal"));
        if (settings.gatewayClientSecret().isBlank()) {
            LOG.warn("No GATEWAY_CLIENT_SECRET: nobody can exchange tokens, and so nobody can call the API");
        } else {
            registrations.putExchanging("gateway", "Gateway", settings.gatewayClientSecret());
        }
    }

    private void firstOperator() {
        if (settings.bootstrapOperatorUsername().isBlank()) {
            return;
        }
        operator.create(settings.bootstrapOperatorUsername()).ifPresent(user -> {
            credentials.set(user.userId(), user.username(), settings.bootstrapOperatorPassword());
            LOG.info("The first operator is {}", user.username());
        });
    }
}
