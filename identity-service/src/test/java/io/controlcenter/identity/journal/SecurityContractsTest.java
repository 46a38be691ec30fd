package io.controlcenter.identity.journal;

import io.controlcenter.platform.test.EventContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events about people's access are those of the committed schemas. */
class SecurityContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        Map.of(
                        "identity.user.security-notice.v1", SecurityMessages.SecurityNotice.class,
                        "identity.user.password-reset-requested.v1", SecurityMessages.PasswordResetRequested.class,
                        "identity.user.signed-out.v1", SecurityMessages.SignedOut.class,
                        "identity.user.signed-out-everywhere.v1", SecurityMessages.SignedOutEverywhere.class,
                        "identity.client.token-revoked.v1", SecurityMessages.ClientTokenRevoked.class)
                .forEach(EventContracts::assertPublished);
    }
}
