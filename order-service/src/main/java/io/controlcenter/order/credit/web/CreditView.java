package io.controlcenter.order.credit.web;

import io.controlcenter.order.credit.application.ReadingCredit;
import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditDecision;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.attachments.Attachment;
import io.controlcenter.platform.attachments.AttachmentView;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit application as its readers see it; the score is the analysts'. */
@Schema(name = "CreditApplication")
record CreditView(
        @Schema(example = "CA-1000001") String applicationNumber,
        String href,
        String enterpriseId,
        String accountId,
        @Schema(example = "IN_REVIEW") String state,
        String displayStatus,
        String legalEntity,

        @Schema(description = "Masked: only the last four signs", example = "•••••6789") @Nullable
        String taxId,

        @Schema(description = "Per month") Money requestedCredit,
        Applicant.Contact contact,

        @Schema(description = "What the analyst asks for") @Nullable
        String informationRequired,

        @Nullable DecisionView decision,

        @Schema(description = "Last day on which the approval holds") @Nullable
        LocalDate validUntil,

        Instant createdAt,
        @Nullable Instant submittedAt,
        List<StepView> history,
        List<AttachmentView> documents) {

    @Schema(name = "CreditDecision")
    record DecisionView(
            @Schema(description = "APPROVED, APPROVED_WITH_DEPOSIT or DECLINED")
            String decision,

            @Schema(description = "Up to this much per month") @Nullable
            Money limit,

            @Nullable Money depositRequired,
            @Nullable String terms,

            @Schema(description = "Only credit analysts see it") @Nullable
            Integer score,

            Instant at,

            @Schema(description = "Only provider staff see it") @Nullable
            String by) {

        static DecisionView of(CreditDecision decision, Caller reader) {
            return new DecisionView(
                    decision.verdict().name(),
                    decision.limit(),
                    decision.depositRequired(),
                    decision.terms(),
                    reader.isProvider() && reader.mayAny("CREDIT_ANALYST") ? decision.score() : null,
                    decision.at(),
                    reader.isProvider() ? decision.by() : null);
        }
    }

    @Schema(name = "CreditStep")
    record StepView(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable String text,
            String actor,

            @Schema(description = "CUSTOMER, PROVIDER or SYSTEM")
            String source) {}

    /** A line in a list. */
    @Schema(name = "CreditApplicationSummary")
    record Summary(
            String applicationNumber,
            String href,
            String enterpriseId,
            String accountId,
            String state,
            String displayStatus,
            String legalEntity,
            Money requestedCredit,
            Instant createdAt,
            @Nullable Instant submittedAt) {

        static Summary of(CreditApplication application) {
            return new Summary(
                    application.applicationNumber(),
                    path(application.applicationNumber()),
                    application.enterpriseId(),
                    application.accountId(),
                    application.state().name(),
                    application.state().displayStatus(),
                    application.applicant().legalEntity(),
                    application.applicant().requestedCredit(),
                    application.createdAt(),
                    application.submittedAt());
        }
    }

    static String path(String applicationNumber) {
        return "/api/v1/credit-applications/" + applicationNumber;
    }

    static String documents(String applicationNumber) {
        return path(applicationNumber) + "/documents";
    }

    static CreditView of(
            CreditApplication application,
            List<ReadingCredit.Step> history,
            List<Attachment> documents,
            Caller reader) {
        var number = application.applicationNumber();
        var who = application.applicant();
        var taxId = who.taxId();
        var decision = application.decision();
        return new CreditView(
                number,
                path(number),
                application.enterpriseId(),
                application.accountId(),
                application.state().name(),
                application.state().displayStatus(),
                who.legalEntity(),
                taxId == null ? null : taxId.masked(),
                who.requestedCredit(),
                who.contact(),
                application.information(),
                decision == null ? null : DecisionView.of(decision, reader),
                decision == null ? null : decision.validUntil(),
                application.createdAt(),
                application.submittedAt(),
                history.stream()
                        .map(step -> new StepView(
                                step.at(), step.from(), step.to(), step.text(), step.actor(), step.source()))
                        .toList(),
                documents.stream()
                        .map(document -> AttachmentView.of(documents(number), document))
                        .toList());
    }
}
