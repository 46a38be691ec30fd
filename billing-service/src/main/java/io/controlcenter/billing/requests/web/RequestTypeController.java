package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.RequestSettings;
import io.controlcenter.billing.requests.application.RequestTypes;
import io.controlcenter.billing.requests.application.RequestTypes.Subtype;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked about a bill, and the form for each kind of question. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-request-types", version = "1")
@Tag(name = "Billing requests")
class RequestTypeController {

    @Schema(name = "BillingRequestTypes")
    record TypesView(
            List<TypeView> items,

            @Schema(description = "The billing assistance guide")
            String helpLink) {}

    @Schema(name = "BillingRequestType")
    record TypeView(@Schema(example = "DISPUTE") String type, String helpLink, List<SubtypeView> subtypes) {}

    @Schema(name = "BillingRequestSubtype")
    record SubtypeView(
            String subtype,
            String name,
            String description,

            @Schema(description = "JSON Schema (2020-12) of what to send to create one")
            Map<String, Object> schema) {}

    private final RequestTypes types;
    private final RequestSettings settings;

    RequestTypeController(RequestTypes types, RequestSettings settings) {
        this.types = types;
        this.settings = settings;
    }

    @GetMapping
    @Access(
            value = {
                "BILLING_VIEW",
                "BILLING_REQUEST_WRITE",
                "BILLING_COORDINATOR",
                "CUSTOMER_SUCCESS",
                "CCM",
                "OPERATIONS"
            },
            reach = Reach.SHARED)
    @Operation(
            operationId = "listBillingRequestTypes",
            summary = "The types and subtypes of billing requests, a form schema for each, and where to find help")
    TypesView list() {
        var byType = new LinkedHashMap<String, List<SubtypeView>>();
        for (var subtype : types.all()) {
            byType.computeIfAbsent(subtype.type(), _ -> new ArrayList<>()).add(view(subtype));
        }
        return new TypesView(
                byType.entrySet().stream()
                        .map(type -> new TypeView(type.getKey(), settings.helpLink(), type.getValue()))
                        .toList(),
                settings.helpLink());
    }

    private static SubtypeView view(Subtype subtype) {
        return new SubtypeView(subtype.subtype(), subtype.name(), subtype.description(), FormSchemas.schema(subtype));
    }
}
