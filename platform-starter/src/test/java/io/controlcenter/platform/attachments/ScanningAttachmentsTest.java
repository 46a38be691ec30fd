package io.controlcenter.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.attachments.Attachment.Scan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class ScanningAttachmentsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final int ATTEMPTS = 4;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private record File(int attempts, Instant next) {}

    /** Files in memory. */
    private static final class Waiting extends AttachmentRows {

        private final Map<UUID, File> files = new LinkedHashMap<>();
        private final Map<UUID, Scan> judged = new LinkedHashMap<>();

        Waiting(int many) {
            super(JdbcClient.create(new SimpleDriverDataSource()));
            LongStream.rangeClosed(1, many).forEach(id -> files.put(new UUID(0, id), new File(0, Instant.MIN)));
        }

        @Override
        List<Unscanned> unscanned(Instant now, int atMost) {
            return files.entrySet().stream()
                    .filter(file -> !file.getValue().next().isAfter(now))
                    .sorted(Comparator.comparing(file -> file.getValue().next()))
                    .limit(atMost)
                    .map(file -> new Unscanned(file.getKey(), file.getValue().attempts()))
                    .toList();
        }

        @Override
        byte[] content(UUID attachmentId) {
            return attachmentId.toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        long pending() {
            return files.size();
        }

        @Override
        void scanLater(UUID attachmentId, int attempts, Instant at) {
            files.put(attachmentId, new File(attempts, at));
        }

        @Override
        void judged(UUID attachmentId, Scan scan, @Nullable String threat) {
            files.remove(attachmentId);
            judged.put(attachmentId, scan);
        }
    }

    private ScanningAttachments scanning(Waiting rows, MalwareScan scan) {
        return new ScanningAttachments(rows, scan, ATTEMPTS, meters);
    }

    @Test
    void files_that_no_scanner_comes_to_a_verdict_on_hold_up_no_other() {
        var rows = new Waiting(2 * ScanningAttachments.AT_ONCE + 1);
        var last = new ArrayList<>(rows.files.keySet()).getLast();
        MalwareScan onlyTheLast = content -> new String(content, StandardCharsets.US_ASCII).equals(last.toString())
                ? new Verdict.Clean()
                : new Verdict.Unknown();
        var scanning = scanning(rows, onlyTheLast);
        assertThat(scanning.doDue(NOW)).isZero();
        assertThat(scanning.doDue(NOW)).isZero();
        assertThat(scanning.doDue(NOW)).isOne();
        assertThat(rows.judged).containsExactlyEntriesOf(Map.of(last, Scan.CLEAN));
        assertThat(meters.get("attachments.pending").gauge().value()).isEqualTo(2 * ScanningAttachments.AT_ONCE);
    }

    @Test
    void one_without_a_verdict_is_tried_after_longer_and_longer_pauses_and_then_given_up() {
        var rows = new Waiting(1);
        var tried = new ArrayList<Long>();
        var minute = new long[1];
        var scanning = scanning(rows, _ -> {
            tried.add(minute[0]);
            return new Verdict.Unknown();
        });
        for (; minute[0] < 60; minute[0]++) {
            scanning.doDue(NOW.plus(Duration.ofMinutes(minute[0])));
        }
        assertThat(tried).containsExactly(0L, 1L, 3L, 7L);
        assertThat(rows.judged).containsExactlyEntriesOf(Map.of(new UUID(0, 1), Scan.UNSCANNABLE));
        assertThat(meters.get("attachments.unscannable").counter().count()).isEqualTo(1);
        assertThat(meters.get("attachments.pending").gauge().value()).isZero();
    }

    @Test
    void while_no_scanner_is_there_files_wait_as_long_as_it_takes() {
        var rows = new Waiting(3);
        var asked = new int[1];
        var scanning = scanning(rows, _ -> {
            asked[0]++;
            return new Verdict.Away();
        });
        for (int round = 0; round < 2 * ATTEMPTS; round++) {
            assertThat(scanning.doDue(NOW.plus(Duration.ofDays(round)))).isZero();
        }
        assertThat(asked[0]).isEqualTo(2 * ATTEMPTS);
        assertThat(rows.files.values()).containsOnly(new File(0, Instant.MIN));
        assertThat(meters.get("attachments.pending").gauge().value()).isEqualTo(3);
    }
}
