package io.controlcenter.billing.coordinators;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Events;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Billing coordinators follow identity, whatever the order and number of its tellings. */
@BillingServiceTest
class CoordinatorsIT {

    @Autowired
    private Events events;

    @Autowired
    private Coordinators coordinators;

    private static String user(String id, String name, String status, String roles) {
        return """
                {"userId":"%s","username":"x","email":"bea@provider.example","firstName":"%s","lastName":"Biller",
                 "phone":null,"timeZone":null,"status":"%s","providerRoles":[%s]}""".formatted(id, name, status, roles);
    }

    private void send(String type, String id, long version, String data) {
        events.send("identity.user.v1", "identity.user." + type + ".v1", id, null, version, data);
    }

    @Test
    void the_latest_telling_stands_and_poison_stops_nobody() {
        var id = UUID.randomUUID().toString();
        var role = "\"BILLING_COORDINATOR\"";
        send("activated", id, 3, user(id, "Bea", "ACTIVE", role));
        send("updated", id, 5, user(id, "Beatrice", "ACTIVE", role));
        send("updated", id, 4, user(id, "Old", "ACTIVE", role));
        send("updated", id, 9, "{\"userId\":1");
        send("activated", id, 3, user(id, "Bea", "ACTIVE", role));
        Awaitility.await("the latest")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(coordinators.find(id))
                        .hasValueSatisfying(member -> assertThat(member.name()).isEqualTo("Beatrice Biller")));
        send("deactivated", id, 6, user(id, "Beatrice", "DEACTIVATED", role));
        Awaitility.await("what comes after the poison")
                .atMost(Duration.ofSeconds(60))
                .until(() -> coordinators.find(id).isEmpty());
    }

    @Test
    void whoever_loses_the_role_is_none_any_more() {
        var id = UUID.randomUUID().toString();
        send("activated", id, 1, user(id, "Tom", "ACTIVE", "\"BILLING_COORDINATOR\",\"TECHNICIAN\""));
        Awaitility.await("appointed")
                .atMost(Duration.ofSeconds(60))
                .until(() -> coordinators.find(id).isPresent());
        send("updated", id, 2, user(id, "Tom", "ACTIVE", "\"TECHNICIAN\""));
        Awaitility.await("relieved")
                .atMost(Duration.ofSeconds(60))
                .until(() -> coordinators.find(id).isEmpty());
    }
}
