package io.controlcenter.notification.paperless;

import io.controlcenter.notification.paperless.domain.Authorization;
import io.controlcenter.notification.paperless.domain.Delivery;
import io.controlcenter.notification.paperless.domain.DeliveryPreference;
import io.controlcenter.notification.paperless.domain.Outcome;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paper or paperless, per billing account. */
@RestController
@RequestMapping(path = "/api/v{version}/delivery-preferences/{accountId}", version = "1")
@Tag(name = "Delivery of bills")
class DeliveryPreferenceController {

    record DeliveryWish(
            @NotNull Delivery delivery,

            @Nullable @Valid @Schema(description = "Needed to go paperless")
            AuthorizationInput authorization) {}

    record AuthorizationInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 2000) String text) {}

    /**
     * @param delivery what applies now
     * @param effectiveOn when what is under way takes effect
     */
    record DeliveryView(
            String accountId,
            String state,
            Delivery delivery,
            Instant since,
            @Nullable LocalDate effectiveOn,
            @Nullable String requestedBy) {

        static DeliveryView of(DeliveryPreference preference) {
            return new DeliveryView(
                    preference.accountId(),
                    preference.state().wire(),
                    preference.delivery(),
                    preference.since(),
                    preference.effectiveOn(),
                    preference.requestedBy());
        }
    }

    private final DeliveringBills delivering;

    DeliveryPreferenceController(DeliveringBills delivering) {
        this.delivering = delivering;
    }

    @GetMapping
    @Access({"BILLING_VIEW", "NOTIFY_ADMIN", "BILLING_COORDINATOR", "CCM"})
    @Operation(operationId = "getDeliveryPreference", summary = "How the account gets its bills")
    ResponseEntity<DeliveryView> get(@PathVariable String accountId) {
        return answer(delivering.find(accountId));
    }

    @PutMapping
    @Access({"BILLING_REQUEST_WRITE", "NOTIFY_ADMIN", "BILLING_COORDINATOR"})
    @Operation(
            operationId = "putDeliveryPreference",
            summary = "Go paperless, or back to paper, all of it or its summary only, with the account's next cycle")
    ResponseEntity<DeliveryView> put(
            @PathVariable String accountId, @RequestBody DeliveryWish wish, IfMatch ifMatch, Caller caller) {
        var agreed = wish.authorization();
        var outcome = delivering.change(
                accountId,
                wish.delivery(),
                agreed == null ? null : new Authorization(agreed.name(), agreed.text()),
                ifMatch,
                caller);
        return switch (outcome) {
            case Outcome.Done(var preference) -> answer(preference);
            case Outcome.Refused(var why) -> throw DeliveryProblems.of(why);
        };
    }

    private static ResponseEntity<DeliveryView> answer(DeliveryPreference preference) {
        return ResponseEntity.ok().eTag(IfMatch.tag(preference.version())).body(DeliveryView.of(preference));
    }
}
