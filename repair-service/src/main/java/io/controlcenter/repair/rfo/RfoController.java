package io.controlcenter.repair.rfo;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.FileHeaders;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.accounts.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reasons for outage. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Reasons for outage")
class RfoController {

    record NewRfoRequest(
            @NotBlank @Size(max = 2000) @Schema(description = "What the document is needed for")
            String reason,

            @NotEmpty @Size(max = 10) @Schema(description = "Who gets it")
            List<@Valid RecipientInput> contacts) {}

    record RecipientInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {}

    record RfoFinding(
            @NotBlank @Size(max = 1000) @Schema(description = "In a sentence or two")
            String summary,

            @NotBlank @Size(max = 8000) String cause,
            @NotBlank @Size(max = 8000) String restoration,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 1000) String> prevention) {}

    record RfoRefusal(@NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "RfoRequest")
    record RfoView(
            @Schema(example = "RFO-10000001") String rfoNumber,
            String href,
            String enterpriseId,
            String accountId,
            String ticketNumber,
            String serviceId,
            String circuitId,
            String reason,
            List<RfoRequest.Recipient> contacts,
            RfoState state,
            Instant requestedAt,
            String requestedBy,
            @Nullable String preparedBy,
            @Nullable String declinedBecause,

            @Schema(description = "Where the document is once it was delivered; ?format=html for a page") @Nullable
            String document,

            @Nullable Instant deliveredAt) {

        static RfoView of(RfoRequest request) {
            var href = "/api/v1/rfo-requests/" + request.rfoNumber();
            return new RfoView(
                    request.rfoNumber(),
                    href,
                    request.enterpriseId(),
                    request.accountId(),
                    request.ticketNumber(),
                    request.serviceId(),
                    request.circuitId(),
                    request.reason(),
                    request.contacts(),
                    request.state(),
                    request.requestedAt(),
                    request.requestedBy(),
                    request.preparedBy(),
                    request.declinedBecause(),
                    request.state() == RfoState.DELIVERED ? href + "/document" : null,
                    request.deliveredAt());
        }
    }

    private final AnsweringRfos answering;
    private final RfoRequests requests;
    private final Accounts accounts;

    RfoController(AnsweringRfos answering, RfoRequests requests, Accounts accounts) {
        this.answering = answering;
        this.requests = requests;
        this.accounts = accounts;
    }

    @PostMapping("/tickets/{ticketNumber}/rfo-requests")
    @IdempotentWrite
    @Access({"REPAIR_WRITE", "CUSTOMER_SUCCESS", "OPERATIONS"})
    @Operation(
            operationId = "requestRfo",
            summary = "Ask for the reason of an outage: once its ticket is closed and the cause was the provider's")
    ResponseEntity<RfoView> request(
            @PathVariable String ticketNumber, @RequestBody NewRfoRequest wanted, Caller caller) {
        var request = answering.request(
                ticketNumber,
                wanted.reason(),
                wanted.contacts().stream()
                        .map(contact -> new RfoRequest.Recipient(contact.name(), contact.email(), contact.phone()))
                        .toList(),
                caller.name());
        return ResponseEntity.created(URI.create("/api/v1/rfo-requests/" + request.rfoNumber()))
                .eTag(IfMatch.tag(request.version()))
                .body(RfoView.of(request));
    }

    @GetMapping("/rfo-requests")
    @Access(
            value = {"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "listRfoRequests",
            summary = "RFO requests, newest first; the provider sees those of all enterprises unless one is named")
    @Parameter(name = "ticketNumber", description = "Only those of this ticket")
    @Parameter(name = "state", description = "REQUESTED, IN_PREPARATION, DELIVERED, DECLINED, separated by commas")
    ResponseEntity<Page<RfoView>> list(ListRequest request, Caller caller) {
        if (caller.enterpriseId() != null) {
            accounts.requireEach(request.filter("accountId"), caller);
        }
        return requests.list(caller.enterpriseId(), request).map(RfoView::of).toResponse();
    }

    @GetMapping("/rfo-requests/{rfoNumber}")
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "OPERATIONS"})
    @Operation(operationId = "getRfoRequest", summary = "One RFO request")
    ResponseEntity<RfoView> get(@PathVariable String rfoNumber) {
        return requests.find(rfoNumber)
                .map(RfoController::answer)
                .orElseThrow(() -> Problem.notFound("The RFO request " + rfoNumber));
    }

    @GetMapping("/rfo-requests/{rfoNumber}/document")
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "OPERATIONS"})
    @Operation(operationId = "getRfoDocument", summary = "The document of a delivered RFO, as PDF or as a page")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/html", schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> document(
            @PathVariable String rfoNumber,
            @Parameter(description = "pdf or html") @RequestParam(defaultValue = "pdf") String format) {
        if (!format.equals("pdf") && !format.equals("html")) {
            throw Problem.badQuery(Violation.ofQuery("format", "must be pdf or html."));
        }
        var document = requests.document(rfoNumber)
                .orElseThrow(() -> Problem.notFound("A document of the RFO request " + rfoNumber));
        var pdf = format.equals("pdf");
        var type = pdf ? MediaType.APPLICATION_PDF : MediaType.parseMediaType("text/html;charset=UTF-8");
        return ResponseEntity.ok()
                .headers(FileHeaders.toShow(rfoNumber + "." + format, type))
                .body(pdf ? document.pdf() : document.html().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @PostMapping("/rfo-requests/{rfoNumber}/prepare")
    @IdempotentWrite
    @Access({"TECHNICIAN", "OPERATIONS"})
    @Operation(operationId = "prepareRfo", summary = "Take on the writing of an RFO")
    ResponseEntity<RfoView> prepare(@PathVariable String rfoNumber, IfMatch ifMatch, Caller caller) {
        return answer(answering.prepare(rfoNumber, ifMatch::require, caller.name()));
    }

    @PostMapping("/rfo-requests/{rfoNumber}/deliver")
    @IdempotentWrite
    @Access({"TECHNICIAN", "OPERATIONS"})
    @Operation(operationId = "deliverRfo", summary = "Write the document and send it to the contacts of the request")
    ResponseEntity<RfoView> deliver(@PathVariable String rfoNumber, @RequestBody RfoFinding finding, IfMatch ifMatch) {
        return answer(answering.deliver(
                rfoNumber,
                new RfoRequest.Finding(finding.summary(), finding.cause(), finding.restoration(), finding.prevention()),
                ifMatch::require));
    }

    @PostMapping("/rfo-requests/{rfoNumber}/decline")
    @IdempotentWrite
    @Access({"TECHNICIAN", "OPERATIONS"})
    @Operation(operationId = "declineRfo", summary = "Say why there will be no document")
    ResponseEntity<RfoView> decline(@PathVariable String rfoNumber, @RequestBody RfoRefusal refusal, IfMatch ifMatch) {
        return answer(answering.decline(rfoNumber, refusal.reason(), ifMatch::require));
    }

    private static ResponseEntity<RfoView> answer(RfoRequest request) {
        return ResponseEntity.ok().eTag(IfMatch.tag(request.version())).body(RfoView.of(request));
    }
}
