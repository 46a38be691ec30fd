package io.controlcenter.identity.registration;

import io.controlcenter.identity.enterprises.Segment;
import io.controlcenter.identity.registration.domain.Applicant;
import io.controlcenter.identity.registration.domain.RegistrationState;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes registrations in. Whether the proof holds is kept and not said: the same statements run, one row is written and
 * the same answer given either way; the mail, which only a proven request gets, is sent later ({@link MailingLinks}).
 * Only whoever has proven that an account is theirs learns that its enterprise does not take registrations.
 */
@Component
class Submitting {

    private final JdbcClient db;
    private final RecentInvoices invoices;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Submitting(
            JdbcClient db,
            RecentInvoices invoices,
            RegistrationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.db = db;
        this.invoices = invoices;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param enterpriseId when the applicant knows it; then it has to be the account's */
    record Request(
            Segment segment,
            @Nullable String enterpriseId,
            String accountId,
            String invoiceNumber,
            Applicant applicant) {}

    private record Proven(String enterpriseId, boolean selfRegistration) {}

    void submit(Request request) {
        TenantScope.run(
                TenantScope.ALL,
                () -> transaction.executeWithoutResult(_ -> {
                    var proven = proven(request);
                    if (proven.isPresent() && !proven.get().selfRegistration()) {
                        throw Problem.forbidden(
                                "self-registration-disabled",
                                "This enterprise takes no registrations. Ask one of its administrators for an invitation.");
                    }
                    keep(request, proven.map(Proven::enterpriseId).orElse(null));
                }));
    }

    private Optional<Proven> proven(Request request) {
        return db.sql("""
                        select e.enterprise_id, e.self_registration
                        from recent_invoice i join billing_account a using (account_id)
                        join enterprise e on e.enterprise_id = a.enterprise_id
                        where i.invoice_number = :invoice and i.account_id = :account and i.bill_date >= :oldest
                          and e.segment = :segment and e.status = 'ACTIVE'
                          and e.enterprise_id = coalesce(:enterprise, e.enterprise_id)""")
                .param("invoice", request.invoiceNumber())
                .param("account", request.accountId())
                .param("oldest", invoices.oldest(clock.instant()))
                .param("segment", request.segment().name())
                .param("enterprise", request.enterpriseId())
                .query((row, _) -> new Proven(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    private void keep(Request request, @Nullable String enterpriseId) {
        var now = OffsetDateTime.now(clock);
        var applicant = request.applicant();
        db.sql("""
                        insert into registration (registration_id, enterprise_id, segment, account_id, username, email,
                          first_name, last_name, phone, time_zone, state, submitted_at, expires_at, version)
                        values (:id, :enterprise, :segment, :account, :username, :email, :firstName, :lastName, :phone,
                          :zone, :state, :now, :expiresAt, 1)""")
                .param("id", UUID.randomUUID().toString())
                .param("enterprise", enterpriseId)
                .param("segment", request.segment().name())
                .param("account", request.accountId())
                .param("username", applicant.username())
                .param("email", applicant.email())
                .param("firstName", applicant.firstName())
                .param("lastName", applicant.lastName())
                .param("phone", applicant.phone())
                .param("zone", applicant.timeZone())
                .param("state", RegistrationState.PENDING_EMAIL.name())
                .param("now", now)
                .param("expiresAt", now.plus(settings.linkValidFor()))
                .update();
    }
}
