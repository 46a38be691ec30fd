package io.controlcenter.billing.accounts.persistence;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.accounts.domain.BillingAccounts;
import io.controlcenter.billing.accounts.domain.BillingContact;
import io.controlcenter.billing.accounts.domain.BillingMode;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts by SQL. A new one gets the row with which bill runs keep track of its cycles. */
@Component
class JdbcBillingAccounts implements BillingAccounts, ReadingAccounts {

    private static final RowMapper<BillingAccount> ACCOUNT = (row, _) -> new BillingAccount(
            row.getString("account_id"),
            row.getString("enterprise_id"),
            row.getString("customer_number"),
            row.getString("name"),
            row.getString("segment"),
            row.getString("currency"),
            ZoneId.of(row.getString("time_zone")),
            row.getInt("bill_cycle_day"),
            BillingMode.valueOf(row.getString("billing_mode")),
            row.getInt("payment_terms_days"),
            row.getString("proration_policy_id"),
            Delivery.valueOf(row.getString("delivery")),
            new BillingContact(row.getString("contact_name"), row.getString("contact_email")),
            new PdfDelivery(
                    List.of((String[]) row.getArray("pdf_recipients").getArray()), row.getBoolean("pdf_secured")),
            row.getString("status"),
            row.getObject("opened_on", LocalDate.class),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getLong("version"));
    private static final Listing LIST = Listing.of("a.*", "billing_account a")
            .text("accountId", "a.account_id")
            .text("customerNumber", "a.customer_number")
            .choice("delivery", "a.delivery", Delivery.class)
            .choice("billingMode", "a.billing_mode", BillingMode.class)
            .choice("status", "a.status", List.of(BillingAccount.ACTIVE))
            .instant("createdAt", "a.created_at")
            .order("-createdAt", "a.id");

    private final JdbcClient db;

    JdbcBillingAccounts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String nextNumber() {
        return "A-"
                + db.sql("select nextval('account_number')").query(Long.class).single();
    }

    @Override
    public void add(BillingAccount account) {
        var id = db.sql("""
                        insert into billing_account (account_id, enterprise_id, customer_number, name, segment, currency,
                          time_zone, bill_cycle_day, billing_mode, payment_terms_days, proration_policy_id, delivery,
                          contact_name, contact_email, status, opened_on, created_at, version)
                        values (:accountId, :enterpriseId, :customerNumber, :name, :segment, :currency,
                          :timeZone, :cycleDay, :mode, :terms, :policy, :delivery,
                          :contactName, :contactEmail, :status, :openedOn, :createdAt, :version) returning id""")
                .param("accountId", account.accountId())
                .param("enterpriseId", account.enterpriseId())
                .param("customerNumber", account.customerNumber())
                .param("name", account.name())
                .param("segment", account.segment())
                .param("currency", account.currency())
                .param("timeZone", account.timeZone().getId())
                .param("cycleDay", account.billCycleDay())
                .param("mode", account.billingMode().name())
                .param("terms", account.paymentTermsDays())
                .param("policy", account.prorationPolicyId())
                .param("delivery", account.delivery().name())
                .param("contactName", account.billingContact().name())
                .param("contactEmail", account.billingContact().email())
                .param("status", account.status())
                .param("openedOn", account.openedOn())
                .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                .param("version", account.version())
                .query(Long.class)
                .single();
        addCycle(id, account);
        addPolicy(account, EVER, account.prorationPolicyId());
    }

    /** Its first cycle of its own accord is the next one that begins. */
    private void addCycle(long id, BillingAccount account) {
        var next = new CycleDay(account.billCycleDay()).nextAfter(account.openedOn());
        db.sql("""
                        insert into account_cycle (id, account_id, enterprise_id, bill_cycle_day, time_zone, opened_on,
                          next_cycle_date, next_cycle_at)
                        values (:id, :accountId, :enterpriseId, :cycleDay, :timeZone, :openedOn, :next,
                          cast(:next as timestamp) at time zone :timeZone)""")
                .param("id", id)
                .param("accountId", account.accountId())
                .param("enterpriseId", account.enterpriseId())
                .param("cycleDay", account.billCycleDay())
                .param("timeZone", account.timeZone().getId())
                .param("openedOn", account.openedOn())
                .param("next", next)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BillingAccount> find(String accountId) {
        return db.sql("select * from billing_account where account_id = :id")
                .param("id", accountId)
                .query(ACCOUNT)
                .optional();
    }

    @Override
    public boolean save(BillingAccount changed) {
        return db.sql("""
                                update billing_account set segment = :segment, bill_cycle_day = :cycleDay,
                                  billing_mode = :mode, payment_terms_days = :terms, proration_policy_id = :policy,
                                  delivery = :delivery, contact_name = :contactName, contact_email = :contactEmail,
                                  pdf_recipients = cast(:recipients as text[]), pdf_secured = :secured, version = :version
                                where account_id = :id and version = :version - 1""")
                        .param("segment", changed.segment())
                        .param("cycleDay", changed.billCycleDay())
                        .param("mode", changed.billingMode().name())
                        .param("terms", changed.paymentTermsDays())
                        .param("policy", changed.prorationPolicyId())
                        .param("delivery", changed.delivery().name())
                        .param("contactName", changed.billingContact().name())
                        .param("contactEmail", changed.billingContact().email())
                        .param("recipients", changed.pdfDelivery().recipients().toArray(String[]::new))
                        .param("secured", changed.pdfDelivery().secured())
                        .param("version", changed.version())
                        .param("id", changed.accountId())
                        .update()
                == 1;
    }

    @Override
    public boolean keepPreference(String accountId, Delivery delivery, long version) {
        return db.sql("""
                                update billing_account set delivery_preference_version = :told,
                                  version = version + case when delivery = :delivery then 0 else 1 end,
                                  delivery = :delivery
                                where account_id = :id and delivery_preference_version < :told""")
                        .param("delivery", delivery.name())
                        .param("told", version)
                        .param("id", accountId)
                        .update()
                == 1;
    }

    @Override
    public void addPolicy(BillingAccount account, LocalDate effectiveFrom, String policyId) {
        db.sql("""
                        insert into account_proration_policy values (:account, :from, :enterprise, :policy)
                        on conflict (account_id, effective_from) do update set policy_id = excluded.policy_id""")
                .param("account", account.accountId())
                .param("from", effectiveFrom)
                .param("enterprise", account.enterpriseId())
                .param("policy", policyId)
                .update();
    }

    @Override
    public void changePolicy(BillingAccount changed, LocalDate from) {
        db.sql("delete from account_proration_policy where account_id = :account and effective_from > :from")
                .param("account", changed.accountId())
                .param("from", from)
                .update();
        addPolicy(changed, from, changed.prorationPolicyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<DatedPolicy> policies(String accountId) {
        return db.sql("select * from account_proration_policy where account_id = :id order by effective_from")
                .param("id", accountId)
                .query((row, _) ->
                        new DatedPolicy(row.getObject("effective_from", LocalDate.class), row.getString("policy_id")))
                .list();
    }

    @Override
    public Standing lockCycle(String accountId) {
        return db.sql("select * from account_cycle where account_id = :id for update")
                .param("id", accountId)
                .query((row, _) -> new Standing(
                        row.getObject("billed_until", LocalDate.class),
                        row.getObject("next_cycle_at", OffsetDateTime.class).toInstant(),
                        row.getObject("held_invoice") != null))
                .single();
    }

    @Override
    public void changeCycleDay(BillingAccount changed, LocalDate nextCycleDate) {
        db.sql("""
                        insert into former_cycle_day
                          select account_id, billed_until, enterprise_id, bill_cycle_day from account_cycle c
                          where account_id = :id and billed_until is not null and not exists (select from former_cycle_day f
                            where f.account_id = c.account_id and f.until >= c.billed_until)""").param("id", changed.accountId()).update();
        // days that have passed begin no cycle, also of a run that goes on where such a day begins later
        db.sql("""
                        update account_cycle set bill_cycle_day = :day, next_cycle_date = :next,
                          next_cycle_at = cast(:next as timestamp) at time zone time_zone,
                          last_cycle_date = cast(:next as date) - 1
                        where account_id = :id""")
                .param("day", changed.billCycleDay())
                .param("next", nextCycleDate)
                .param("id", changed.accountId())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<BillingAccount> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "a.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), ACCOUNT);
    }

    @Override
    @Transactional(readOnly = true)
    public void requireEach(@Nullable String accountIds, Caller caller) {
        if (accountIds == null) {
            return;
        }
        for (var accountId : accountIds.split(",", -1)) {
            if (find(accountId).isEmpty()) {
                throw caller.mayUseAccount(accountId)
                        ? Problem.notFound("The account " + accountId)
                        : Problem.forbidden(
                                "account-forbidden", "The account " + accountId + " is not assigned to you.");
            }
        }
    }
}
