package io.controlcenter.order.credit.persistence;

import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditApplications;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class JdbcCreditApplications implements CreditApplications {

    private final JdbcClient db;

    JdbcCreditApplications(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String nextNumber() {
        return "CA-"
                + db.sql("select nextval('credit_application_number')")
                        .query(Long.class)
                        .single();
    }

    @Override
    public Optional<CreditApplication> find(String applicationNumber) {
        return db.sql("select * from credit_application where application_number = :number")
                .param("number", applicationNumber)
                .query(CreditRows.APPLICATION)
                .optional();
    }

    @Override
    public List<CreditApplication> onAccount(String accountId) {
        return db.sql("""
                        select * from credit_application where account_id = :account
                          and state not in ('WITHDRAWN', 'EXPIRED')
                        order by created_at desc, id desc limit 100""")
                .param("account", accountId)
                .query(CreditRows.APPLICATION)
                .list();
    }

    @Override
    public CreditApplication add(CreditApplication application) {
        return parameters(db.sql("""
                                insert into credit_application (application_number, enterprise_id, account_id, state,
                                  legal_entity, tax_id_sealed, tax_id_last_four, requested_credit, currency,
                                  contact_name, contact_email, contact_phone, created_at, version)
                                values (:number, :enterprise, :account, :state, :entity, :sealed, :lastFour,
                                  :requested, :currency, :name, :email, :phone, :created, 0)
                                returning *"""), application)
                .query(CreditRows.APPLICATION)
                .single();
    }

    @Override
    public CreditApplication save(CreditApplication application) {
        return parameters(db.sql("""
                                update credit_application set state = :state, legal_entity = :entity,
                                  tax_id_sealed = :sealed, tax_id_last_four = :lastFour, requested_credit = :requested,
                                  currency = :currency, contact_name = :name, contact_email = :email,
                                  contact_phone = :phone, information = :information, submitted_at = :submitted,
                                  verdict = :verdict, credit_limit = :limit, deposit_required = :deposit,
                                  terms = :terms, score = :score, valid_until = :until, decided_at = :decidedAt,
                                  decided_by = :decidedBy, version = version + 1
                                where application_number = :number and version = :version
                                returning *"""), application)
                .query(CreditRows.APPLICATION)
                .optional()
                .orElseThrow(() -> new OptimisticLockingFailureException(
                        application.applicationNumber() + " was changed meanwhile"));
    }

    private static StatementSpec parameters(StatementSpec sql, CreditApplication application) {
        var who = application.applicant();
        var taxId = who.taxId();
        return decision(sql, application)
                .param("number", application.applicationNumber())
                .param("enterprise", application.enterpriseId())
                .param("account", application.accountId())
                .param("state", application.state().name())
                .param("entity", who.legalEntity())
                .param("sealed", taxId == null ? null : taxId.sealed())
                .param("lastFour", taxId == null ? null : taxId.lastFour())
                .param("requested", who.requestedCredit().amount())
                .param("currency", who.requestedCredit().currency())
                .param("name", who.contact().name())
                .param("email", who.contact().email())
                .param("phone", who.contact().phone())
                .param("information", application.information())
                .param("created", application.createdAt().atOffset(ZoneOffset.UTC))
                .param(
                        "submitted",
                        application.submittedAt() == null
                                ? null
                                : application.submittedAt().atOffset(ZoneOffset.UTC))
                .param("version", application.version());
    }

    private static StatementSpec decision(StatementSpec sql, CreditApplication application) {
        var decision = application.decision();
        if (decision == null) {
            return List.of("verdict", "limit", "deposit", "terms", "score", "until", "decidedAt", "decidedBy").stream()
                    .reduce(sql, (spec, name) -> spec.param(name, null), (a, _) -> a);
        }
        var limit = decision.limit();
        var deposit = decision.depositRequired();
        return sql.param("verdict", decision.verdict().name())
                .param("limit", limit == null ? null : limit.amount())
                .param("deposit", deposit == null ? null : deposit.amount())
                .param("terms", decision.terms())
                .param("score", decision.score())
                .param("until", decision.validUntil())
                .param("decidedAt", decision.at().atOffset(ZoneOffset.UTC))
                .param("decidedBy", decision.by());
    }

    @Override
    public List<String> endedBefore(LocalDate day, int atMost) {
        return db.sql("""
                        select application_number from credit_application
                        where state in ('APPROVED', 'APPROVED_WITH_DEPOSIT') and valid_until < :day
                        order by valid_until limit :most""")
                .param("day", day)
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
