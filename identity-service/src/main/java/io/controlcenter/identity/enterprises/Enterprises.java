package io.controlcenter.identity.enterprises;

import io.controlcenter.identity.enterprises.Enterprise.CustomerNumber;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises that the present transaction may see. */
@Component
public class Enterprises {

    private static final Listing LIST = Listing.of("e.*", "enterprise e")
            .text("name", "e.name")
            .choice("segment", "e.segment", Segment.class)
            .choice("status", "e.status", Enterprise.Status.class)
            .instant("createdAt", "e.created_at")
            .order("-createdAt", "e.id");

    private final JdbcClient db;
    private final Clock clock;
    private final EnterpriseEventsOut events;
    private final AuditTrail audit;
    private final ObjectProvider<EnterpriseStart> starts;

    Enterprises(
            JdbcClient db,
            Clock clock,
            EnterpriseEventsOut events,
            AuditTrail audit,
            ObjectProvider<EnterpriseStart> starts) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
        this.starts = starts;
    }

    /** An enterprise as asked for; a customer number without a number gets one. */
    public record NewEnterprise(
            String name,
            @Nullable String customName,
            Segment segment,
            boolean selfRegistration,
            List<NewNumber> customerNumbers) {}

    public record NewNumber(@Nullable String number, String name) {}

    /** What may change of an enterprise; null leaves it. */
    record Change(
            @Nullable String name,
            @Nullable String customName,
            boolean withoutCustomName,
            @Nullable Boolean selfRegistration,
            Enterprise.@Nullable Status status) {}

    @Transactional(readOnly = true)
    public Optional<Enterprise> find(String enterpriseId) {
        return db.sql("select * from enterprise where enterprise_id = :id and removed_at is null")
                .param("id", enterpriseId)
                .query((row, _) -> enterprise(row))
                .optional()
                .map(enterprise -> with(enterprise, numbers(List.of(enterpriseId))));
    }

    private static Enterprise with(Enterprise enterprise, Map<String, List<CustomerNumber>> numbers) {
        return enterprise.with(numbers.getOrDefault(enterprise.enterpriseId(), List.of()));
    }

    /** By enterprise. */
    private Map<String, List<CustomerNumber>> numbers(List<String> enterpriseIds) {
        var numbers = new HashMap<String, List<CustomerNumber>>();
        if (!enterpriseIds.isEmpty()) {
            db.sql("select enterprise_id, number, name from customer_number where enterprise_id in (:ids) order by id")
                    .param("ids", enterpriseIds)
                    .query(row -> {
                        numbers.computeIfAbsent(row.getString("enterprise_id"), _ -> new ArrayList<>())
                                .add(new CustomerNumber(row.getString("number"), row.getString("name")));
                    });
        }
        return numbers;
    }

    @Transactional(readOnly = true)
    public Enterprise require(String enterpriseId) {
        return find(enterpriseId).orElseThrow(() -> Problem.notFound("The enterprise " + enterpriseId));
    }

    @Transactional(readOnly = true)
    Page<Enterprise> list(ListRequest request) {
        var page = LIST.page(db, request, "e.removed_at is null", Map.of(), (row, _) -> enterprise(row));
        var numbers =
                numbers(page.items().stream().map(Enterprise::enterpriseId).toList());
        return page.map(enterprise -> with(enterprise, numbers));
    }

    @Transactional
    public Enterprise create(NewEnterprise wanted) {
        var id = "ENT-"
                + db.sql("select nextval('enterprise_number')")
                        .query(Long.class)
                        .single();
        db.sql("""
                        insert into enterprise (enterprise_id, name, custom_name, segment, self_registration, status,
                          created_at, version)
                        values (:id, :name, :customName, :segment, :selfRegistration, 'ACTIVE', :at, 1)""")
                .param("id", id)
                .param("name", wanted.name())
                .param("customName", wanted.customName())
                .param("segment", wanted.segment().name())
                .param("selfRegistration", wanted.selfRegistration())
                .param("at", OffsetDateTime.now(clock))
                .update();
        addNumbers(id, wanted.customerNumbers());
        var created = require(id);
        events.created(created);
        audit.record(id, "enterprise.created", "enterprise", id, null, created);
        starts.orderedStream().forEach(start -> start.started(created));
        return created;
    }

    private void addNumbers(String enterpriseId, List<NewNumber> wanted) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!addNumber(enterpriseId, wanted.get(i))) {
                violations.add(Violation.invalid("/customerNumbers/" + i + "/number", "This number is taken."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private boolean addNumber(String enterpriseId, NewNumber wanted) {
        return db.sql("""
                        insert into customer_number (number, enterprise_id, name)
                        values (coalesce(:number, 'C-' || nextval('customer_number_number')), :enterprise, :name)
                        on conflict do nothing""")
                        .param("number", wanted.number())
                        .param("enterprise", enterpriseId)
                        .param("name", wanted.name())
                        .update()
                == 1;
    }

    @Transactional
    Enterprise addCustomerNumber(String enterpriseId, NewNumber wanted) {
        var before = require(enterpriseId);
        if (!addNumber(enterpriseId, wanted)) {
            throw Problem.conflict("customer-number-taken", "The customer number " + wanted.number() + " is taken.");
        }
        return touched(before, "enterprise.customer-number.added");
    }

    @Transactional
    Enterprise change(String enterpriseId, LongConsumer expected, Change change) {
        var before = require(enterpriseId);
        expected.accept(before.version());
        db.sql("""
                        update enterprise set name = coalesce(:name, name),
                          custom_name = case when :withoutCustomName then null else coalesce(:customName, custom_name) end,
                          self_registration = coalesce(:selfRegistration, self_registration),
                          status = coalesce(:status, status)
                        where enterprise_id = :id""")
                .param("name", change.name())
                .param("customName", change.customName())
                .param("withoutCustomName", change.withoutCustomName())
                .param("selfRegistration", change.selfRegistration())
                .param(
                        "status",
                        change.status() == null ? null : change.status().name())
                .param("id", enterpriseId)
                .update();
        return touched(before, "enterprise.changed");
    }

    /** Raises the version from the one that was read, so that of two writers at once the later one is refused. */
    Enterprise touched(Enterprise before, String what) {
        var raised = db.sql(
                        "update enterprise set version = version + 1 where enterprise_id = :id and version = :version")
                .param("id", before.enterpriseId())
                .param("version", before.version())
                .update();
        if (raised == 0) {
            throw Problem.conflict("stale-version", "Somebody else changed this meanwhile; read it again.");
        }
        var after = require(before.enterpriseId());
        events.updated(after);
        audit.record(after.enterpriseId(), what, "enterprise", after.enterpriseId(), before, after);
        return after;
    }

    private static Enterprise enterprise(ResultSet row) throws SQLException {
        return new Enterprise(
                row.getString("enterprise_id"),
                row.getString("name"),
                row.getString("custom_name"),
                Segment.valueOf(row.getString("segment")),
                row.getBoolean("self_registration"),
                Enterprise.Status.valueOf(row.getString("status")),
                List.of(),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
