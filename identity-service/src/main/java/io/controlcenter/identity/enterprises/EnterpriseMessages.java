package io.controlcenter.identity.enterprises;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code identity.enterprise.v1} and {@code identity.account.v1}. */
interface EnterpriseMessages {

    record EnterpriseState(
            String enterpriseId,
            String name,
            @Nullable String customName,
            String segment,
            String status,
            List<NumberAndName> customerNumbers) {}

    record NumberAndName(String number, String name) {}

    record AccountRemoved(String accountId, String enterpriseId) {}

    record AccountMoved(String accountId, String fromEnterpriseId, String toEnterpriseId, Instant at) {}

    record AccountAdded(
            String accountId,
            String enterpriseId,
            String customerNumber,
            String name,
            String segment,
            String timeZone,
            String currency,
            String status) {}
}
