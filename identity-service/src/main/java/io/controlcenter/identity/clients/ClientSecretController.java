package io.controlcenter.identity.clients;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A partner changes its secret while it works: the new one and the one before are valid together. */
@RestController
@RequestMapping(path = "/api/v{version}/api-clients/{clientId}/secrets", version = "1")
@Tag(name = "API clients")
class ClientSecretController {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    record NewSecret(
            @Schema(description = "When the new secret ends; left out: when somebody ends it") @Nullable
            Instant expiresAt,

            @Schema(
                    description =
                            "How long the present one goes on, as an ISO 8601 duration of at most 90 days, such as"
                                    + " P7D; left out: until somebody ends it",
                    example = "P7D")
            @Nullable
            Duration previousValidFor) {}

    @Schema(name = "IssuedClientSecret")
    record IssuedSecret(
            String secretId,

            @Schema(description = "Said once; keep it safe") String clientSecret,

            ApiClientView client) {}

    private final ClientSecrets secrets;
    private final Clock clock;
    private final JsonMapper json;

    ClientSecretController(ClientSecrets secrets, Clock clock, JsonMapper json) {
        this.secrets = secrets;
        this.clock = clock;
        this.json = json;
    }

    /** Not repeatable by key: a stored answer would keep the secret. */
    @PostMapping
    @AdministersClients
    @Operation(
            operationId = "addApiClientSecret",
            summary = "Give a client another secret, said once; the present one goes on, two work at most")
    ResponseEntity<IssuedSecret> add(
            @PathVariable String clientId, @RequestBody NewSecret wanted, IfMatch ifMatch, Caller caller) {
        requireFuture(wanted);
        var issued = secrets.rotate(
                clientId,
                ifMatch::require,
                ClientAdministrator.of(caller),
                wanted.expiresAt(),
                wanted.previousValidFor());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(IfMatch.tag(issued.client().version()))
                .body(new IssuedSecret(
                        issued.made().secretId(),
                        issued.made().secret(),
                        ApiClientView.of(issued.client(), null, json)));
    }

    private void requireFuture(NewSecret wanted) {
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
            throw Problem.unprocessable(Violation.invalid("/expiresAt", "Is in the future."));
        }
        var overlap = wanted.previousValidFor();
        if (overlap != null && (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0)) {
            throw Problem.unprocessable(Violation.invalid("/previousValidFor", "Is between PT0S and P90D."));
        }
    }

    @DeleteMapping("/{secretId}")
    @AdministersClients
    @Operation(
            operationId = "endApiClientSecret",
            summary = "End one of a client's secrets at once; never the last thing by which it can prove itself")
    ResponseEntity<Void> end(@PathVariable String clientId, @PathVariable String secretId, IfMatch ifMatch) {
        secrets.end(clientId, ifMatch::require, secretId);
        return ResponseEntity.noContent().build();
    }
}
