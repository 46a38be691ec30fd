package io.controlcenter.maintenance.inquiries;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about a GCR, and their answers. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Inquiries")
class InquiryController {

    record NewInquiry(
            @Schema(description = "What it is about; all services that the GCR hits when absent")
            @Nullable
            @Size(min = 1, max = 1000)
            List<@NotBlank String> serviceIds,

            Inquiry.@NotNull Type type,
            @Nullable @Size(max = 64) String customerReference,
            @NotNull @Valid ContactInput contact,
            @NotBlank @Size(max = 4000) String text) {

        Asking.Question question() {
            return new Asking.Question(
                    serviceIds,
                    type,
                    customerReference,
                    new Inquiry.Contact(contact.name(), contact.email(), contact.phone()),
                    text);
        }
    }

    @Schema(name = "InquiryContactInput")
    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {}

    record NewAnswer(
            @NotBlank @Size(max = 4000) String text,

            @Schema(description = "ACCEPTED or DECLINED, when another time was asked for")
            Inquiry.@Nullable Decision decision) {}

    private final Asking asking;
    private final InquiryAnswers answers;

    InquiryController(Asking asking, InquiryAnswers answers) {
        this.asking = asking;
        this.answers = answers;
    }

    @PostMapping("/gcrs/{gcrNumber}/inquiries")
    @IdempotentWrite
    @Access("MAINT_INQUIRE")
    @Operation(operationId = "createInquiry", summary = "Ask the change management team about a GCR that hits you")
    ResponseEntity<InquiryView> ask(@PathVariable String gcrNumber, @RequestBody NewInquiry inquiry, Caller caller) {
        var number = GcrNumber.parse(gcrNumber).orElseThrow(() -> Problem.notFound("The GCR " + gcrNumber));
        var asked = asking.ask(number, caller.enterprise(), inquiry.question(), caller.name());
        return answers.created(asked);
    }

    @GetMapping("/inquiries")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listInquiries", summary = "Inquiries, newest first; for change managers those of all")
    @Parameter(name = "gcrNumber", description = "Only inquiries about these GCRs")
    @Parameter(name = "state", description = "OPEN, ANSWERED or CLOSED")
    @Parameter(name = "type", description = "Only inquiries of these types")
    ResponseEntity<Page<InquiryView>> list(ListRequest request, Caller caller) {
        return asking.list(caller.enterpriseId(), request).map(answers::view).toResponse();
    }

    @GetMapping("/inquiries/{inquiryNumber}")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getInquiry", summary = "One inquiry, with its answer")
    ResponseEntity<InquiryView> get(@PathVariable String inquiryNumber) {
        return answers.of(
                asking.find(inquiryNumber).orElseThrow(() -> Problem.notFound("The inquiry " + inquiryNumber)));
    }

    @PostMapping("/inquiries/{inquiryNumber}/answer")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "answerInquiry", summary = "Answer, and decide where another time was asked for")
    ResponseEntity<InquiryView> answer(
            @PathVariable String inquiryNumber, @RequestBody NewAnswer answer, IfMatch ifMatch, Caller caller) {
        return answers.of(
                asking.answer(inquiryNumber, ifMatch::require, answer.text(), answer.decision(), caller.name()));
    }

    @PostMapping("/inquiries/{inquiryNumber}/close")
    @IdempotentWrite
    @Access("MAINT_INQUIRE")
    @Operation(operationId = "closeInquiry", summary = "The answer will do")
    ResponseEntity<InquiryView> close(@PathVariable String inquiryNumber, IfMatch ifMatch) {
        return answers.of(asking.close(inquiryNumber, ifMatch::require));
    }
}
