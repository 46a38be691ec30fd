package io.controlcenter.gateway.help;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.security.SecuritySettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where help is found, also for those who cannot sign in (handbook S73 to S75). */
@RestController
@Tag(name = "Help")
class HelpController {

    @Schema(name = "HelpLinks")
    record HelpView(List<Link> items) {}

    @Schema(name = "HelpLink")
    record Link(
            @Schema(example = "api-docs") String topic,
            @Schema(example = "Try the API") String title,
            String description,

            @Schema(example = "http://localhost:8080/swagger-ui/index.html")
            String href) {}

    private final String base;

    HelpController(SecuritySettings security) {
        this.base = security.issuer();
    }

    @GetMapping(path = "/api/v1/help", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(reach = Reach.PUBLIC)
    @Operation(operationId = "getHelp", summary = "Where help is found; no sign-in needed")
    HelpView help() {
        return new HelpView(List.of(
                link("api-docs", "Try the API", "Every operation, with examples", "/swagger-ui/index.html"),
                link(
                        "api-description",
                        "OpenAPI",
                        "The gateway's document; each service has its own beside it",
                        "/v3/api-docs/gateway"),
                link("status", "Is everything running?", "State of every service, as a page and as JSON", "/status"),
                link(
                        "support-hours",
                        "Support hours",
                        "When billing support answers",
                        "/api/v1/support-hours?segment=ENTERPRISE"),
                link(
                        "support-hours-wholesale",
                        "Support hours, wholesale",
                        "When billing support answers carriers",
                        "/api/v1/support-hours?segment=NATIONAL_WHOLESALE"),
                link("portal", "Portal", "Invoices, orders, tickets and maintenance at a glance", "/portal"),
                link("sign-in", "Sign in, or set a new password", "For those who cannot get in", "/login")));
    }

    private Link link(String topic, String title, String description, String path) {
        return new Link(topic, title, description, base + path);
    }
}
