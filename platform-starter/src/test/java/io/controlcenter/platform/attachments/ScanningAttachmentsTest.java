package io.controlcenter.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class ScanningAttachmentsTest {

    /** Files in memory. */
    private static final class Waiting extends AttachmentRows {

        private final NavigableMap<Long, UUID> files = new TreeMap<>();

        Waiting(int many) {
            super(JdbcClient.create(new SimpleDriverDataSource()));
            LongStream.rangeClosed(1, many).forEach(id -> files.put(id, new UUID(0, id)));
        }

        @Override
        List<Unscanned> unscanned(long after, int atMost) {
            return Stream.concat(
                            files.tailMap(after, false).entrySet().stream(),
                            files.headMap(after, true).entrySet().stream())
                    .limit(atMost)
                    .map(file -> new Unscanned(file.getKey(), file.getValue()))
                    .toList();
        }

        @Override
        byte[] content(UUID attachmentId) {
            return attachmentId.toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        void judged(UUID attachmentId, Verdict verdict) {
            files.values().remove(attachmentId);
        }
    }

    @Test
    void files_that_no_scanner_can_look_at_hold_up_no_other() {
        var rows = new Waiting(2 * ScanningAttachments.AT_ONCE + 1);
        var lastOne = rows.files.lastEntry().getValue();
        MalwareScan onlyTheLast = content -> new String(content, StandardCharsets.US_ASCII).equals(lastOne.toString())
                ? new Verdict.Clean()
                : new Verdict.Unknown();
        var scanning = new ScanningAttachments(rows, onlyTheLast);
        assertThat(scanning.doDue(Instant.EPOCH)).isZero();
        assertThat(scanning.doDue(Instant.EPOCH)).isZero();
        assertThat(scanning.doDue(Instant.EPOCH)).isOne();
        assertThat(rows.files).hasSize(2 * ScanningAttachments.AT_ONCE).doesNotContainValue(lastOne);
    }
}
