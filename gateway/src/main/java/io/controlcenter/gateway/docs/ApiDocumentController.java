package io.controlcenter.gateway.docs;

import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Upstreams;
import io.controlcenter.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v3/api-docs/<service>}, the gateway's own among them. */
@Hidden
@RestController
class ApiDocumentController {

    private final ApiDocuments documents;
    private final Upstreams upstreams;
    private final OpenApiWebMvcResource own;
    private final GatewaySettings settings;

    ApiDocumentController(
            ApiDocuments documents, Upstreams upstreams, OpenApiWebMvcResource own, GatewaySettings settings) {
        this.documents = documents;
        this.upstreams = upstreams;
        this.own = own;
        this.settings = settings;
    }

    @GetMapping(path = "/v3/api-docs/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> document(@PathVariable String service) {
        var upstream = upstreams.named(service).orElseThrow(() -> Problem.notFound("The API document of " + service));
        return documents
                .of(upstream)
                .map(ApiDocumentController::answer)
                .orElseThrow(() -> Problem.unavailable(
                        upstream.settings().title() + " is not available right now.", settings.retryAfter()));
    }

    @GetMapping(path = "/v3/api-docs/gateway", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> gateway(HttpServletRequest request) throws Exception {
        var document = own.openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
        return documents
                .rewritten(new String(document, java.nio.charset.StandardCharsets.UTF_8))
                .map(ApiDocumentController::answer)
                .orElseThrow(() -> Problem.notFound("The API document of the gateway"));
    }

    private static ResponseEntity<String> answer(String document) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(document);
    }
}
