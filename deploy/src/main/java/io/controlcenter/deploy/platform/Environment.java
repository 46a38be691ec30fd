package io.controlcenter.deploy.platform;

import io.controlcenter.platform.test.Databases;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each application is told by its environment: the same variables that an installation sets. */
public final class Environment {

    /** The first member of the provider's staff, who makes everybody else. */
    public static final String OPERATOR = "ops@provider.example";

    private final Ports ports;
    private final Secrets secrets;
    private final Map<App, Map<String, String>> added = new EnumMap<>(App.class);

    public Environment(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    void add(App app, Map<String, String> variables) {
        added.put(app, Map.copyOf(variables));
    }

    Map<String, String> of(App app) {
        var variables = new TreeMap<String, String>();
        variables.put("PORT", "" + ports.of(app));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
        variables.put("ISSUER", ports.url(App.GATEWAY));
        variables.put("JWKS_URI", ports.url(App.IDENTITY) + "/oauth2/jwks");
        variables.put("CONTROLCENTER_SANDBOX", "true");
        if (app.hasDatabase()) {
            variables.put("DB_HOST", "localhost");
            variables.put("DB_PORT", "" + ports.postgres());
            variables.put("DB_PASSWORD", secrets.of(app.context() + ".database.app"));
            variables.put("DB_OWNER_PASSWORD", secrets.of(app.context() + ".database.owner"));
        }
        switch (app) {
            case IDENTITY -> {
                variables.put("GATEWAY_CLIENT_SECRET", secrets.of("client.gateway"));
                variables.put("SECRETS_KEY", secrets.of("identity.secrets-key"));
                variables.put("BOOTSTRAP_OPERATOR_USERNAME", OPERATOR);
                variables.put("BOOTSTRAP_OPERATOR_PASSWORD", secrets.of("user." + OPERATOR));
            }
            case ORDER -> variables.put("TAX_ID_KEY", secrets.of("key.tax-id"));
            case NOTIFICATION -> {
                variables.put("SMTP_HOST", "localhost");
                variables.put("SMTP_PORT", "" + ports.smtp());
            }
            case GATEWAY -> {
                variables.put("GATEWAY_CLIENT_SECRET", secrets.of("client.gateway"));
                ports.apps()
                        .keySet()
                        .forEach(one -> variables.put(one.context().toUpperCase(Locale.ROOT) + "_URL", ports.url(one)));
            }
            default -> {
                // needs no more than everybody
            }
        }
        variables.putAll(added.getOrDefault(app, Map.of()));
        return variables;
    }

    void provision(App app, String adminUrl) throws SQLException {
        Databases.provision(
                adminUrl,
                app.context(),
                secrets.of(app.context() + ".database.owner"),
                secrets.of(app.context() + ".database.app"));
    }
}
