package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.payments.application.LockboxFiles.LockboxFile;
import io.controlcenter.billing.payments.application.PaymentSettings;
import io.controlcenter.billing.payments.application.PostingLockboxFiles;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of cheques and wires as the bank sends them. */
@RestController
@RequestMapping(path = "/api/v{version}/lockbox-files", version = "1")
@Tag(name = "Payments")
class LockboxController {

    @Schema(name = "LockboxFile")
    record FileView(
            @Schema(example = "LB-1000001") String fileId,
            String href,
            Instant receivedAt,
            String receivedBy,
            int posted,
            int rejected,
            List<LineView> lines) {}

    @Schema(name = "LockboxLine")
    record LineView(
            @Schema(description = "Of the file; the header is line 1")
            long line,

            @Nullable String accountId,

            @Nullable @Schema(description = "What was posted")
            String paymentId,

            @Nullable @Schema(description = "What is wrong; absent when it was posted", example = "unknown-account")
            String code,

            @Nullable String detail) {}

    private final PostingLockboxFiles posting;
    private final PaymentSettings settings;

    LockboxController(PostingLockboxFiles posting, PaymentSettings settings) {
        this.posting = posting;
        this.settings = settings;
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access(
            value = {"BILLING_COORDINATOR", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "postLockboxFile",
            summary = "Post a lockbox file: CSV whose header names its columns",
            description =
                    "Columns: account, amount, currency, received_on, method (CHECK, WIRE or ACH), reference, and "
                            + "invoice, which may be empty. Sound lines are posted, the others come back with what is wrong. "
                            + "The same file is posted once.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "text/csv")))
    ResponseEntity<FileView> post(@RequestBody String csv, Caller caller) {
        var digest = digest(csv);
        posting.seen(digest).ifPresent(fileId -> {
            throw Problem.conflict("lockbox-file-posted-already", "This file was posted before, as " + fileId + ".")
                    .with("fileId", fileId);
        });
        var lines = LockboxCsv.read(csv, settings.lockboxLines());
        var view = view(posting.post(lines, digest, caller.name()));
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping("/{fileId}")
    @Access(
            value = {"BILLING_COORDINATOR", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "getLockboxFile", summary = "What became of the lines of a lockbox file")
    FileView get(@PathVariable String fileId) {
        return view(posting.find(fileId).orElseThrow(() -> Problem.notFound("The lockbox file " + fileId)));
    }

    private static FileView view(LockboxFile file) {
        return new FileView(
                file.fileId(),
                "/api/v1/lockbox-files/" + file.fileId(),
                file.receivedAt(),
                file.receivedBy(),
                file.posted(),
                file.rejected(),
                file.lines().stream()
                        .map(line -> new LineView(
                                line.number(), line.accountId(), line.paymentId(), line.code(), line.detail()))
                        .toList());
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
