package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditApplication.Outcome;
import io.controlcenter.order.credit.domain.CreditApplications;
import io.controlcenter.order.credit.domain.CreditDecision;
import io.controlcenter.order.credit.domain.CreditState;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a draft to a decision. */
@Service
@Transactional
public class ApplyingForCredit {

    private final CreditApplications applications;
    private final List<CreditJournal> journals;
    private final TaxIds taxIds;
    private final AuditTrail audit;
    private final Clock clock;

    ApplyingForCredit(
            CreditApplications applications,
            List<CreditJournal> journals,
            TaxIds taxIds,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.journals = journals;
        this.taxIds = taxIds;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the audit trail keeps: never the tax number. */
    private record Trace(
            CreditState state, String legalEntity, @Nullable CreditDecision decision) {

        static Trace of(CreditApplication application) {
            return new Trace(application.state(), application.applicant().legalEntity(), application.decision());
        }
    }

    public CreditApplication draft(String enterpriseId, String accountId, Applicant applicant) {
        var added = applications.add(new CreditApplication(
                applications.nextNumber(),
                enterpriseId,
                accountId,
                CreditState.DRAFT,
                applicant,
                null,
                null,
                clock.instant(),
                null,
                0));
        journals.forEach(journal -> journal.write(null, added, null));
        audit.record(
                enterpriseId, "credit.drafted", "credit-application", added.applicationNumber(), null, Trace.of(added));
        return added;
    }

    public Applicant.TaxId seal(String taxId) {
        return taxIds.seal(taxId);
    }

    /** The tax number in clear, for the analyst; that it was read is kept. */
    public String taxId(String applicationNumber) {
        var application = find(applicationNumber);
        var sealed = application.applicant().taxId();
        if (sealed == null) {
            throw Problem.notFound("The tax number of " + applicationNumber);
        }
        audit.record(
                application.enterpriseId(), "credit.tax-id-read", "credit-application", applicationNumber, null, null);
        return taxIds.open(sealed);
    }

    public Decided change(String applicationNumber, LongConsumer expected, Function<Applicant, Applicant> change) {
        return decide(applicationNumber, expected, null, it -> it.change(change.apply(it.applicant())));
    }

    public Decided submit(String applicationNumber, LongConsumer expected) {
        return decide(applicationNumber, expected, null, it -> it.submit(clock.instant()));
    }

    public Decided withdraw(String applicationNumber, LongConsumer expected) {
        return decide(applicationNumber, expected, null, CreditApplication::withdraw);
    }

    public Decided provideInformation(String applicationNumber, String text, LongConsumer expected) {
        return decide(applicationNumber, expected, text, CreditApplication::provideInformation);
    }

    public Decided review(String applicationNumber, LongConsumer expected) {
        return decide(applicationNumber, expected, null, CreditApplication::review);
    }

    public Decided requireInformation(String applicationNumber, String text, LongConsumer expected) {
        return decide(applicationNumber, expected, text, it -> it.requireInformation(text));
    }

    public Decided decide(String applicationNumber, CreditDecision decision, LongConsumer expected) {
        return decide(applicationNumber, expected, decision.terms(), it -> it.decide(decision));
    }

    public Decided expire(String applicationNumber, LocalDate today) {
        return decide(applicationNumber, _ -> {}, null, it -> it.expire(today));
    }

    private CreditApplication find(String applicationNumber) {
        return applications
                .find(applicationNumber)
                .orElseThrow(() -> Problem.notFound("The credit application " + applicationNumber));
    }

    /** What came of a use case. */
    public sealed interface Decided {

        record Made(CreditApplication application) implements Decided {}

        record Refused(CreditApplication.Refusal why) implements Decided {}
    }

    private Decided decide(
            String applicationNumber,
            LongConsumer expected,
            @Nullable String text,
            Function<CreditApplication, Outcome> question) {
        var before = find(applicationNumber);
        expected.accept(before.version());
        return switch (question.apply(before)) {
            case Outcome.Refused(var why) -> new Decided.Refused(why);
            case Outcome.Done(var changed) -> {
                var after = applications.save(changed);
                journals.forEach(journal -> journal.write(before.state(), after, text));
                audit.record(
                        after.enterpriseId(),
                        "credit." + after.state(),
                        "credit-application",
                        applicationNumber,
                        Trace.of(before),
                        Trace.of(after));
                yield new Decided.Made(after);
            }
        };
    }
}
