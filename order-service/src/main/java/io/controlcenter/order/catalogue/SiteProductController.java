package io.controlcenter.order.catalogue;

import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be ordered at one site. */
@RestController
@RequestMapping(path = "/api/v{version}/sites/{siteId}/product-offerings", version = "1")
@Tag(name = "Sites")
class SiteProductController {

    @Schema(name = "SiteProduct")
    record SiteProduct(String productCode, String name, boolean available) {}

    record AvailabilityInput(
            @NotNull Boolean available,
            @Nullable @Size(max = 500) String reason) {}

    private final JdbcClient db;
    private final Catalogue catalogue;
    private final Availability availability;
    private final Sites sites;
    private final AuditTrail audit;

    SiteProductController(
            JdbcClient db, Catalogue catalogue, Availability availability, Sites sites, AuditTrail audit) {
        this.db = db;
        this.catalogue = catalogue;
        this.availability = availability;
        this.sites = sites;
        this.audit = audit;
    }

    private Site site(String siteId) {
        return Optional.ofNullable(sites.find(Set.of(siteId)).get(siteId))
                .orElseThrow(() -> Problem.notFound("The site " + siteId));
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM"})
    @Transactional(readOnly = true)
    @Operation(operationId = "listSiteProducts", summary = "Which of today's products are available at the site")
    Page<SiteProduct> list(@PathVariable String siteId) {
        var site = site(siteId);
        var codes = db.sql("select code from product_offering order by code")
                .query((row, _) -> row.getString("code"))
                .list();
        var offered = catalogue.offered(codes);
        var coverage = availability.of(codes, List.of(siteId));
        return new Page<>(
                codes.stream()
                        .filter(offered::containsKey)
                        .map(code -> new SiteProduct(
                                code,
                                java.util.Objects.requireNonNull(offered.get(code))
                                        .name(),
                                coverage.has(code, site)))
                        .toList(),
                null);
    }

    @PutMapping("/{code}")
    @Access({"SALES_ENGINEER", "OPERATIONS"})
    @Transactional
    @Operation(
            operationId = "putSiteProduct",
            summary = "Say whether a product is available at this site, whatever its region says")
    SiteProduct put(
            @PathVariable String siteId,
            @PathVariable String code,
            @RequestBody AvailabilityInput input,
            Caller caller) {
        site(siteId);
        var product = catalogue.find(code).orElseThrow(() -> Problem.notFound("The product offering " + code));
        availability.putAtSite(caller.enterprise(), siteId, code, input.available(), input.reason());
        audit.record(caller.enterprise(), "site-availability.kept", "site", siteId, null, input);
        return new SiteProduct(code, product.name(), input.available());
    }
}
