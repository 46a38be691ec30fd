package io.controlcenter.identity.enterprises;

import io.controlcenter.identity.enterprises.AddingAccounts.AddRequest;
import io.controlcenter.identity.enterprises.AddingAccounts.LineResult;
import io.controlcenter.identity.enterprises.BillingAccounts.AddResult;
import io.controlcenter.identity.enterprises.HierarchyController.AccountView;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts that come into an enterprise and leave it (handbook S62, S63). */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises/{enterpriseId}", version = "1")
@Tag(name = "Enterprises")
class AccountController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    record AddAccount(@NotBlank String accountId, @NotBlank String customerNumber) {}

    record AddAccounts(
            @Schema(description = "Account numbers; 100 at most") @NotEmpty @Size(max = AddingAccounts.MOST)
            List<@NotBlank String> accountIds,

            @Schema(description = "Under which they are to stand") @NotBlank
            String customerNumber) {}

    record MoveAccount(
            @NotBlank String toEnterpriseId, @NotBlank String customerNumber) {}

    @Schema(name = "AddAccountsResult")
    record AddView(
            String requestId,
            String href,
            String requestedBy,
            Instant requestedAt,
            int added,
            List<LineResult> results) {

        static AddView of(AddRequest request) {
            return new AddView(
                    request.requestId(),
                    "/api/v1/enterprises/" + request.enterpriseId() + "/account-additions/" + request.requestId(),
                    request.requestedBy(),
                    request.requestedAt(),
                    (int) request.results().stream()
                            .filter(line -> line.result() == AddResult.ADDED)
                            .count(),
                    request.results());
        }
    }

    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final AddingAccounts adding;
    private final MovingAccounts moving;

    AccountController(Enterprises enterprises, BillingAccounts accounts, AddingAccounts adding, MovingAccounts moving) {
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.adding = adding;
        this.moving = moving;
    }

    @PostMapping("/accounts")
    @IdempotentWrite
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "addAccount",
            summary = "Add a billing account that belongs to no enterprise yet, by its number")
    ResponseEntity<AccountView> add(@PathVariable String enterpriseId, @RequestBody AddAccount wanted) {
        var enterprise = enterprises.require(enterpriseId);
        accounts.requireNumber(enterpriseId, wanted.customerNumber(), "/customerNumber");
        var result = accounts.add(enterprise, wanted.accountId(), wanted.customerNumber());
        if (result != AddResult.ADDED) {
            throw refused(result, wanted.accountId());
        }
        var added = accounts.find(enterpriseId, wanted.accountId()).orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + enterpriseId + "/hierarchy"))
                .body(AccountView.of(added, List.of()));
    }

    private static Problem refused(AddResult result, String accountId) {
        return switch (result) {
            case ADDED -> throw new IllegalArgumentException("That is no refusal");
            case ALREADY_ASSIGNED_HERE ->
                Problem.conflict("account-added-already", "The account is already in this enterprise.");
            case ASSIGNED_ELSEWHERE ->
                Problem.conflict(
                        "account-assigned-elsewhere", "The account has already been assigned to an enterprise.");
            case NOT_FOUND -> Problem.notFound("The account " + accountId);
            case SEGMENT_MISMATCH ->
                Problem.conflict("segment-mismatch", "The account is of another segment than the enterprise.");
        };
    }

    @PostMapping("/accounts:bulk")
    @IdempotentWrite
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "addAccounts",
            summary =
                    "Add up to 100 billing accounts; each line says what became of it, and one does not hinder another")
    ResponseEntity<AddView> addMany(@PathVariable String enterpriseId, @RequestBody AddAccounts wanted) {
        return ResponseEntity.ok(
                AddView.of(adding.add(enterpriseId, wanted.accountIds(), wanted.customerNumber(), "/customerNumber")));
    }

    @PostMapping("/accounts:import")
    @IdempotentWrite
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "importAccounts",
            summary = "Add up to 100 billing accounts from a CSV file of at most 1 MB, numbers in the first column",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(value = "accountId\nA-1000001\nA-1000002\n"))))
    ResponseEntity<AddView> addFile(
            @PathVariable String enterpriseId,
            @RequestParam String customerNumber,
            @RequestBody byte[] file,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type) {
        if (!CSV.isCompatibleWith(MediaType.parseMediaType(type))) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupportedMediaType", "Send the file as text/csv.");
        }
        return ResponseEntity.ok(
                AddView.of(adding.add(enterpriseId, AccountFile.read(file), customerNumber, "customerNumber")));
    }

    @GetMapping("/account-additions/{requestId}")
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getAccountAddition", summary = "What became of accounts that were added many at once")
    AddView addition(@PathVariable String enterpriseId, @PathVariable String requestId) {
        return AddView.of(adding.require(enterpriseId, requestId));
    }

    @DeleteMapping("/accounts/{accountId}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "removeAccount",
            summary = "Take a billing account out of the enterprise; nobody there can use it any more")
    ResponseEntity<Void> remove(@PathVariable String enterpriseId, @PathVariable String accountId) {
        accounts.remove(enterpriseId, accountId);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/accounts/{accountId}/move")
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "moveAccount",
            summary = "Give a billing account to another enterprise; here nobody can use it any more")
    ResponseEntity<AccountView> move(
            @PathVariable String enterpriseId,
            @PathVariable String accountId,
            @RequestBody MoveAccount wanted,
            Caller caller) {
        if (caller.enterpriseId() != null) {
            throw Problem.badRequest("enterprise-not-expected", "Leave out X-Enterprise-Id: two are concerned.");
        }
        var account =
                accounts.find(enterpriseId, accountId).orElseThrow(() -> Problem.notFound("The account " + accountId));
        requireFit(account, enterprises.find(wanted.toEnterpriseId()));
        accounts.requireNumber(wanted.toEnterpriseId(), wanted.customerNumber(), "/customerNumber");
        var moved = moving.move(account, wanted.toEnterpriseId(), wanted.customerNumber());
        return ResponseEntity.ok(AccountView.of(moved, List.of()));
    }

    private static void requireFit(BillingAccount account, Optional<Enterprise> to) {
        if (to.isEmpty()) {
            throw Problem.unprocessable(Violation.referenceNotFound("/toEnterpriseId", "There is no such enterprise."));
        }
        if (to.get().enterpriseId().equals(account.enterpriseId())) {
            throw refused(AddResult.ALREADY_ASSIGNED_HERE, account.accountId());
        }
        if (to.get().segment() != account.segment()) {
            throw refused(AddResult.SEGMENT_MISMATCH, account.accountId());
        }
        if (to.get().status() != Enterprise.Status.ACTIVE) {
            throw Problem.conflict("enterprise-not-active", "The other enterprise is not active.");
        }
    }
}
