package io.controlcenter.identity.tokens;

import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.tokens.domain.KeyRing;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that sign tokens, for who looks after them; nobody needs to, but a key may become known. */
@RestController
@RequestMapping(path = "/api/v{version}/operations/identity/signing-keys", version = "1")
@Tag(name = "Signing keys")
class SigningKeyController {

    /** What a key does now. */
    enum Use {
        WAITING,
        SIGNING,
        VERIFYING
    }

    @Schema(name = "SigningKey")
    record KeyView(
            String kid,
            Instant createdAt,

            @Schema(
                    description = "WAITING: published, signs within a minute; SIGNING; VERIFYING: only for the tokens"
                            + " that it signed")
            Use use) {}

    record Keys(List<KeyView> items) {}

    private final SigningKeys keys;
    private final RotatingKeys rotating;
    private final RealTime time;

    SigningKeyController(SigningKeys keys, RotatingKeys rotating, RealTime time) {
        this.keys = keys;
        this.rotating = rotating;
        this.time = time;
    }

    @GetMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "listSigningKeys", summary = "The keys that sign and verify tokens, newest first")
    Keys list() {
        return view();
    }

    private Keys view() {
        var ring = keys.ring();
        var signing = ring.newestFirst().indexOf(ring.signing(time.now()));
        var views = new ArrayList<KeyView>();
        for (KeyRing.Member member : ring.newestFirst()) {
            var at = views.size();
            var use = at < signing ? Use.WAITING : at == signing ? Use.SIGNING : Use.VERIFYING;
            views.add(new KeyView(member.kid(), member.createdAt(), use));
        }
        return new Keys(views);
    }

    @PostMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Make a new key now; it signs after a minute, and what was signed before stays valid")
    ResponseEntity<Keys> rotate() {
        rotating.rotate(_ -> true);
        return ResponseEntity.status(HttpStatus.CREATED).body(view());
    }

    @DeleteMapping("/{kid}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "removeSigningKey",
            summary = "Take an old key away at once, with every token that it signed; never the one that signs")
    ResponseEntity<Void> remove(@PathVariable String kid) {
        keys.changed();
        var ring = keys.ring();
        if (ring.signing(time.now()).kid().equals(kid)) {
            throw Problem.conflict("signing-key-in-use", "This key signs. Make a new one, and wait until it does.");
        }
        if (rotating.take(kid) == 0) {
            throw Problem.notFound("The signing key " + kid);
        }
        return ResponseEntity.noContent().build();
    }
}
