package io.controlcenter.platform.attachments;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be attached.
 *
 * @param atMost files of one holder
 * @param maxSize of a file; the gateway's limit of a request lies above it
 * @param types what a file may be, by its content
 * @param clamd host and port of a clamd that scans it; empty for none
 * @param scanPatience how long a clamd is waited for with one file, also by who sends it
 * @param scanAttempts after how many of them without a verdict a file is given up, over some hours
 */
@ConfigurationProperties("controlcenter.attachments")
public record AttachmentSettings(
        @DefaultValue("10") int atMost,
        @DefaultValue("5MB") DataSize maxSize,

        @DefaultValue({
            "application/pdf",
            "image/png",
            "image/jpeg",
            "text/plain",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        })
        Set<String> types,

        @DefaultValue("") String clamd,
        @DefaultValue("10s") Duration scanPatience,
        @DefaultValue("8") int scanAttempts) {}
