package io.controlcenter.billing.payments.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of the bank's lockbox, and what became of their lines. */
public interface LockboxFiles {

    /**
     * @param number of the line in the file, the header being the first
     * @param paymentId what was posted; null when the line was refused
     * @param code what is wrong; null when it was posted
     */
    record LineResult(
            long number,
            @Nullable String accountId,
            @Nullable String paymentId,
            @Nullable String code,
            @Nullable String detail) {}

    record LockboxFile(
            String fileId, Instant receivedAt, String receivedBy, int posted, int rejected, List<LineResult> lines) {}

    String nextId();

    /** The file with this content, if it came before. */
    Optional<String> findByDigest(String digest);

    void add(LockboxFile file, String digest);

    Optional<LockboxFile> find(String fileId);
}
