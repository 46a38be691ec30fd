package io.controlcenter.identity.sessions;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is signed in. */
@RestController
@RequestMapping(path = "/api/v{version}/me/sessions", version = "1")
@Tag(name = "Me")
class SessionController {

    @Schema(name = "Session")
    record SessionView(
            String sessionId,
            Instant signedInAt,
            Instant lastUsedAt,
            String address,

            @Schema(description = "Browser and system, as far as they say", example = "Firefox on Linux")
            String device,

            boolean secondFactor,

            @Schema(description = "Applications that were used through it")
            List<String> clients,

            @Schema(description = "Whether this request came of it")
            boolean current) {}

    record Sessions(List<SessionView> items) {}

    private final SignIns signIns;
    private final Everywhere everywhere;

    SessionController(SignIns signIns, Everywhere everywhere) {
        this.signIns = signIns;
        this.everywhere = everywhere;
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listMySessions", summary = "Where I am signed in, newest first")
    Sessions list(Caller caller) {
        var current = current();
        return new Sessions(signIns.of(caller.subject()).stream()
                .map(one -> new SessionView(
                        one.signInId(),
                        one.signedInAt(),
                        one.lastUsedAt(),
                        one.address(),
                        Device.of(one.userAgent()),
                        one.secondFactor(),
                        one.clients(),
                        one.signInId().equals(current)))
                .toList());
    }

    /** The sign-in that the caller's token came of. */
    private static @Nullable String current() {
        return SecurityContextHolder.getContext().getAuthentication()
                                instanceof AbstractOAuth2TokenAuthenticationToken<?> bearer
                        && bearer.getToken() instanceof Jwt token
                ? token.getClaimAsString("sid")
                : null;
    }

    @DeleteMapping("/{sessionId}")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "endMySession",
            summary = "Sign me out of one browser, with every application that was used through it")
    ResponseEntity<Void> end(@PathVariable String sessionId, Caller caller, HttpServletRequest request) {
        if (!everywhere.call(() -> signIns.end(caller.subject(), sessionId, request.getRemoteAddr()))) {
            throw Problem.notFound("The session " + sessionId);
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "endMySessions", summary = "Sign me out everywhere, here too")
    ResponseEntity<Void> endAll(Caller caller) {
        everywhere.run(() -> signIns.endOthers(caller.subject(), null));
        return ResponseEntity.noContent().build();
    }
}
