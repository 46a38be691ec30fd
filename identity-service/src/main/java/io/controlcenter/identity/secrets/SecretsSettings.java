package io.controlcenter.identity.secrets;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What secrets are sealed with before they are stored.
 *
 * @param keys each a long random text; the first one seals, all of them open, so that a key can be changed
 */
@ConfigurationProperties("controlcenter.identity.secrets")
record SecretsSettings(@DefaultValue({}) List<String> keys) {

    private static final int SHORTEST = 24;

    SecretsSettings {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length() < SHORTEST)) {
            throw new IllegalArgumentException(
                    "SECRETS_KEY is missing or too short: at least " + SHORTEST + " random characters");
        }
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "SecretsSettings[" + keys.size() + " keys]";
    }
}
