package io.controlcenter.order.catalogue;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be ordered, and at which list price. */
@RestController
@RequestMapping(path = "/api/v{version}/product-offerings", version = "1")
@Tag(name = "Catalogue")
class ProductOfferingController {

    private static final Listing LIST = Listing.of(
                    "p.*", "(select *, row_number() over (order by code) as rank from product_offering) p")
            .text("code", "p.code")
            .text("family", "p.family")
            .number("rank", "p.rank")
            .order("rank", "p.rank");

    private final JdbcClient db;
    private final Catalogue catalogue;

    ProductOfferingController(JdbcClient db, Catalogue catalogue) {
        this.db = db;
        this.catalogue = catalogue;
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM"})
    @Transactional(readOnly = true)
    @Operation(operationId = "listProductOfferings", summary = "What can be ordered")
    @Parameter(name = "family", description = "Only this product family, such as ETHERNET")
    ResponseEntity<Page<ProductOffering>> list(ListRequest request) {
        return LIST.page(db, request, "true", Map.of(), Catalogue.OFFERING).toResponse();
    }

    @GetMapping("/{code}")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM"})
    @Operation(operationId = "getProductOffering", summary = "One product offering")
    ProductOffering get(@PathVariable String code) {
        return catalogue.find(code).orElseThrow(() -> Problem.notFound("The product offering " + code));
    }
}
