package io.controlcenter.identity.enterprises;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lowest level of the hierarchy: the services of an account, as order tells of them. */
@Component
class ServiceReferences {

    enum Status {
        INSTALLED,
        DISCONNECTED
    }

    /** @param installedAt null while only its end was told of */
    record ServiceReference(
            String serviceId,
            String accountId,
            @Nullable String circuitId,
            @Nullable String productCode,
            @Nullable String productName,
            @Nullable String site,
            Status status,
            @Nullable Instant installedAt) {}

    private final JdbcClient db;

    ServiceReferences(JdbcClient db) {
        this.db = db;
    }

    /** Those of the accounts that the present transaction may see, by account. */
    @Transactional(readOnly = true)
    Map<String, List<ServiceReference>> byAccount(String enterpriseId) {
        return db
                .sql("""
                        select s.*, (s.disconnected_at is not null and s.disconnected_at >= coalesce(s.installed_at, '-infinity'))
                          as ended
                        from service_reference s join billing_account b using (account_id)
                        where b.enterprise_id = :enterprise order by s.service_id""")
                .param("enterprise", enterpriseId)
                .query((row, _) -> new ServiceReference(
                        row.getString("service_id"),
                        row.getString("account_id"),
                        row.getString("circuit_id"),
                        row.getString("product_code"),
                        row.getString("product_name"),
                        row.getString("site"),
                        row.getBoolean("ended") ? Status.DISCONNECTED : Status.INSTALLED,
                        row.getTimestamp("installed_at") == null
                                ? null
                                : row.getTimestamp("installed_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(ServiceReference::accountId));
    }

    @Transactional
    void installed(ServiceReference service) {
        tell(service, service.installedAt(), null);
    }

    @Transactional
    void disconnected(String serviceId, String accountId, Instant at) {
        tell(new ServiceReference(serviceId, accountId, null, null, null, null, Status.DISCONNECTED, null), null, at);
    }

    private void tell(ServiceReference service, @Nullable Instant installed, @Nullable Instant disconnected) {
        db.sql("""
                        select tell_of_service(:service, :account, :circuit, :code, :product, :site,
                          cast(:installed as timestamptz), cast(:disconnected as timestamptz))""")
                .param("service", service.serviceId())
                .param("account", service.accountId())
                .param("circuit", service.circuitId())
                .param("code", service.productCode())
                .param("product", service.productName())
                .param("site", service.site())
                .param("installed", at(installed))
                .param("disconnected", at(disconnected))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
