package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.controlcenter.platform.web.Removable;
import io.controlcenter.repair.accounts.Accounts;
import io.controlcenter.repair.ticketing.application.OpeningTickets;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.ObservedImpact;
import io.controlcenter.repair.ticketing.domain.Origin;
import io.controlcenter.repair.ticketing.domain.Report;
import io.controlcenter.repair.ticketing.domain.Severity;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.web.ReportInput.AuthorisationsInput;
import io.controlcenter.repair.ticketing.web.ReportInput.ContactInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opening and reading tickets. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets", version = "1")
@Tag(name = "Tickets")
class TicketController {

    record NewTicket(
            @Schema(description = "REPAIR unless said otherwise") @Nullable
            Kind kind,

            @NotBlank @Schema(example = "S-10000001") String serviceId,
            @NotBlank @Size(max = 4000) String description,
            @NotNull ObservedImpact observedImpact,

            @Nullable @Schema(description = "AFFECTS_SERVICE unless said otherwise; not changeable afterwards")
            Severity severity,

            @Nullable @Schema(description = "Whether people's safety depends on the service; raises the priority")
            Boolean publicSafety,

            @Nullable
            @Schema(
                    description = "Who noticed it: CUSTOMER, the provider's PROVIDER, or MONITORING, whose alarms are"
                            + " gathered in the ticket that is open on the service")
            Origin origin,

            @Nullable Instant issueStartedAt,

            @NotEmpty
            @Size(max = 20)
            @Schema(description = "A REPORTER at least, and a LOCAL one where dispatch is authorised")
            List<@Valid ContactInput> contacts,

            @Nullable @Valid AuthorisationsInput authorisations,
            @Nullable @Size(max = 500) String accessHours,
            @Nullable @Size(max = 64) String customerReference,
            @Nullable @Size(max = 20) List<@NotBlank String> relatedTickets,

            @Nullable
            @Valid
            @Schema(description = "The maintenance or incident that the trouble belongs to; the ticket follows it")
            LinkTarget linkTo) {}

    record LinkTarget(
            Link.@NotNull Type type,

            @NotBlank @Size(max = 40) @Schema(example = "100000001")
            String id) {}

    /**
     * JSON Merge Patch on these properties only: null takes a reference, a start or all authorisations away; contacts
     * there must be. The description can be added to, and what was said stays.
     */
    record TicketPatch(
            @Nullable @Size(min = 1, max = 20) List<@Valid ContactInput> contacts,
            @Removable @Nullable @Valid AuthorisationsInput authorisations,

            @Removable @Nullable @Size(max = 64) @Schema(description = "Null removes it")
            String customerReference,

            @Removable @Nullable @Schema(description = "Null removes it")
            Instant issueStartedAt,

            @Nullable @Size(max = 4000) @Schema(description = "Appended to the description as a new paragraph")
            String descriptionAppend) {}

    private final OpeningTickets opening;
    private final ReadingTickets reading;
    private final Accounts accounts;
    private final TicketViews views;

    TicketController(OpeningTickets opening, ReadingTickets reading, Accounts accounts, TicketViews views) {
        this.opening = opening;
        this.reading = reading;
        this.accounts = accounts;
        this.views = views;
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access({"REPAIR_WRITE", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "openTicket",
            summary = "Open a ticket on an installed service, at any hour; it has its number at once",
            description = "With dryRun=true the answer names the maintenance and the incidents that may explain the"
                    + " trouble before anything is opened. An alarm of MONITORING on a service that has an open ticket"
                    + " is added to that one, which is answered with 200.")
    ResponseEntity<TicketView> open(
            @RequestBody NewTicket ticket,
            @Parameter(description = "Open it although another one is open on the service since less than 24 hours")
                    @RequestParam(defaultValue = "false")
                    boolean allowDuplicate,
            Caller caller) {
        var link = ticket.linkTo();
        var request = new OpeningTickets.Request(
                report(ticket),
                Objects.requireNonNullElse(ticket.origin(), caller.isProvider() ? Origin.PROVIDER : Origin.CUSTOMER),
                allowDuplicate,
                link == null ? null : new OpeningTickets.Target(link.type(), link.id()));
        var opened = opening.open(request, Callers.person(caller));
        return opened.attached() ? views.answer(opened.ticket()) : created(opened.ticket());
    }

    private ResponseEntity<TicketView> created(TicketSnapshot opened) {
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + opened.ticketNumber()))
                .eTag(IfMatch.tag(opened.version()))
                .body(views.view(opened));
    }

    private static Report report(NewTicket ticket) {
        return new Report(
                Objects.requireNonNullElse(ticket.kind(), Kind.REPAIR),
                ticket.serviceId(),
                "",
                ticket.description(),
                ticket.observedImpact(),
                ticket.issueStartedAt(),
                ReportInput.contacts(ticket.contacts()),
                ReportInput.authorisations(ticket.authorisations()),
                ticket.accessHours(),
                ticket.customerReference(),
                Objects.requireNonNullElse(ticket.relatedTickets(), List.of()),
                Objects.requireNonNullElse(ticket.severity(), Severity.AFFECTS_SERVICE),
                Boolean.TRUE.equals(ticket.publicSafety()));
    }

    @GetMapping
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "listTickets",
            summary = "The tickets of the enterprise, newest first; of the last 90 days unless a time is named")
    @Parameter(name = "accountId", description = "Only tickets on services of this billing account")
    @Parameter(name = "serviceId", description = "Only tickets on this service")
    @Parameter(name = "circuitId", description = "Only tickets on this circuit")
    @Parameter(name = "state", description = "Only tickets in these states, separated by commas")
    @Parameter(name = "displayStatus", description = "Only tickets that the portal shows so, separated by commas")
    @Parameter(name = "chronic", description = "True: only tickets of trouble that came back")
    @Parameter(name = "priority", description = "Only tickets of these priorities, separated by commas")
    @Parameter(name = "kind", description = "Only tickets of these kinds, separated by commas")
    @Parameter(name = "customerReference", description = "Only the tickets with this reference of yours")
    @Parameter(name = "openedAt.gte", description = "Only tickets opened at this instant or later")
    ResponseEntity<Page<TicketSummary>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), request).map(TicketSummary::of).toResponse();
    }

    @GetMapping("/{ticketNumber}")
    @Access({"REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "getTicket", summary = "One ticket")
    ResponseEntity<TicketView> get(@PathVariable String ticketNumber) {
        return reading.find(ticketNumber)
                .map(views::answer)
                .orElseThrow(() -> Problem.notFound("The ticket " + ticketNumber));
    }

    @PatchMapping("/{ticketNumber}")
    @Access({"REPAIR_WRITE", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "patchTicket",
            summary = "Change contacts, authorisations, reference or start of the trouble, or add to the description")
    ResponseEntity<TicketView> patch(
            @PathVariable String ticketNumber,
            @RequestBody TicketPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        return views.answer(opening.amend(
                ticketNumber, ifMatch::require, report -> merged(report, patch, nulls), Callers.person(caller)));
    }

    private static Report merged(Report report, TicketPatch patch, MergePatch nulls) {
        var more = patch.descriptionAppend();
        return new Report(
                report.kind(),
                report.serviceId(),
                report.circuitId(),
                more == null || more.isBlank() ? report.description() : report.description() + "\n\n" + more,
                report.observedImpact(),
                nulls.apply("issueStartedAt", patch.issueStartedAt(), report.issueStartedAt()),
                patch.contacts() == null ? report.contacts() : ReportInput.contacts(patch.contacts()),
                patch.authorisations() == null && !nulls.removes("authorisations")
                        ? report.authorisations()
                        : ReportInput.authorisations(patch.authorisations()),
                report.accessHours(),
                nulls.apply("customerReference", patch.customerReference(), report.customerReference()),
                report.relatedTickets(),
                report.severity(),
                report.publicSafety());
    }
}
