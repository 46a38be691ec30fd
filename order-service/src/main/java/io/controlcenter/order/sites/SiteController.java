package io.controlcenter.order.sites;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where services are delivered. */
@RestController
@RequestMapping(path = "/api/v{version}/sites", version = "1")
@Tag(name = "Sites")
class SiteController {

    record NewSite(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String street,
            @NotBlank @Size(max = 100) String city,
            @NotBlank @Size(max = 50) String state,
            @NotBlank @Size(max = 20) String postalCode,

            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 country code such as US")
            String country) {}

    private final Sites sites;

    SiteController(Sites sites) {
        this.sites = sites;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(operationId = "addSite", summary = "Add a site of the enterprise")
    ResponseEntity<Site> add(@RequestBody NewSite site, Caller caller) {
        var added = sites.add(
                caller.enterprise(),
                new Site("", site.name(), site.street(), site.city(), site.state(), site.postalCode(), site.country()));
        return ResponseEntity.created(URI.create("/api/v1/sites/" + added.siteId()))
                .body(added);
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM"})
    @Operation(operationId = "listSites", summary = "The sites of the enterprise, newest first")
    @Parameter(name = "city", description = "Only sites in this city")
    ResponseEntity<Page<Site>> list(ListRequest request, Caller caller) {
        return sites.list(caller.enterprise(), request).toResponse();
    }

    @GetMapping("/{siteId}")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM"})
    @Operation(operationId = "getSite", summary = "One site")
    Site get(@PathVariable String siteId) {
        var site = sites.find(Set.of(siteId)).get(siteId);
        if (site == null) {
            throw Problem.notFound("The site " + siteId);
        }
        return site;
    }
}
