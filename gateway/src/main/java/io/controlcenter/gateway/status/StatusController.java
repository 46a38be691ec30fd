package io.controlcenter.gateway.status;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The status of the platform, for machines and, where a browser asks, as a page. */
@RestController
@Tag(name = "Status")
class StatusController {

    private final StatusBoard board;

    StatusController(StatusBoard board) {
        this.board = board;
    }

    @GetMapping(path = "/status", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(reach = Reach.PUBLIC)
    @Operation(operationId = "getStatus", summary = "The state of every service; a page when a browser asks")
    ResponseEntity<PlatformStatus> status() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(board.now());
    }

    /** Routes come before controllers, so this one takes the browsers. */
    @Bean
    static RouterFunction<ServerResponse> statusPage(StatusBoard board) {
        return RouterFunctions.route()
                .GET(
                        "/status",
                        request -> Objects.requireNonNullElse(request.headers().firstHeader(HttpHeaders.ACCEPT), "")
                                .contains(MediaType.TEXT_HTML_VALUE),
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .header("Content-Security-Policy", StatusPage.POLICY)
                                .cacheControl(CacheControl.noCache())
                                .body(StatusPage.render(board.now())))
                .build();
    }
}
