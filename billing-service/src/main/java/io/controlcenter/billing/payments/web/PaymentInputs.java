package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.web.AmountInput;
import io.controlcenter.platform.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent to pay, and what can be wrong with it by itself. */
final class PaymentInputs {

    private PaymentInputs() {}

    record NewPayment(
            @NotBlank String accountId,
            @NotNull @Valid AmountInput amount,
            @NotBlank @Schema(example = "PM-10000001") String methodId,

            @Nullable
            @Size(max = 100)
            @Schema(description = "Which invoices it is for; the rest goes to the oldest ones first")
            List<@Valid ApplicationInput> applications,

            @Nullable @Schema(description = "A later day where the account is; at once when absent")
            LocalDate scheduledFor,

            @Nullable @Schema(description = "True to leave what is more than owed as a credit")
            Boolean allowOverpayment) {}

    @Schema(name = "PaymentApplicationInput")
    record ApplicationInput(
            @NotBlank String invoiceNumber, @NotNull @Valid AmountInput amount) {}

    record NewRemittance(
            @NotBlank String accountId,
            @NotNull RemittanceWay method,
            @NotNull @Valid AmountInput amount,

            @NotNull @Schema(description = "Where the account is")
            LocalDate receivedOn,

            @NotBlank @Size(max = 64) @Schema(description = "Number of the cheque or the wire")
            String reference,

            @Nullable @Size(max = 100) List<@Valid ApplicationInput> applications) {}

    /** How money comes without being charged. */
    enum RemittanceWay {
        WIRE,
        CHECK,
        ACH
    }

    static List<Allocation.Part> parts(@Nullable List<ApplicationInput> applications) {
        return applications == null
                ? List.of()
                : applications.stream()
                        .map(one -> new Allocation.Part(
                                one.invoiceNumber(), one.amount().amount()))
                        .toList();
    }

    static List<Violation> flaws(AmountInput amount, @Nullable List<ApplicationInput> applications, String currency) {
        var wrong = new ArrayList<>(amount.flaws("/amount", currency));
        if (applications == null) {
            return wrong;
        }
        for (int i = 0; i < applications.size(); i++) {
            wrong.addAll(applications.get(i).amount().flaws("/applications/" + i + "/amount", currency));
        }
        var numbers = applications.stream().map(ApplicationInput::invoiceNumber);
        if (numbers.distinct().count() < applications.size()) {
            wrong.add(Violation.invalid("/applications", "An invoice is named once."));
        }
        return wrong;
    }
}
