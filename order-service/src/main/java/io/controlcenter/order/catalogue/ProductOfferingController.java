package io.controlcenter.order.catalogue;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
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

    private final Catalogue catalogue;

    ProductOfferingController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(operationId = "listProductOfferings", summary = "What can be ordered today")
    @Parameter(name = "family", description = "Only this product family, such as ETHERNET")
    ResponseEntity<Page<ProductOffering>> list(ListRequest request) {
        return catalogue.list(request).toResponse();
    }

    @GetMapping("/{code}")
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getProductOffering", summary = "One product offering, offered today or not")
    ProductOffering get(@PathVariable String code) {
        return catalogue.find(code).orElseThrow(() -> Problem.notFound("The product offering " + code));
    }
}
