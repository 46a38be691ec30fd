package io.controlcenter.platform.attachments;

import io.controlcenter.platform.work.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.tika.Tika;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attachments, in a service that declares Tika. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass({JdbcClient.class, Tika.class})
@EnableConfigurationProperties(AttachmentSettings.class)
public class AttachmentsConfiguration {

    @Bean
    MalwareScan malwareScan(AttachmentSettings settings) {
        return MalwareScan.of(settings.clamd(), settings.scanPatience());
    }

    @Bean
    AttachmentRows attachmentRows(JdbcClient db) {
        return new AttachmentRows(db);
    }

    @Bean
    Attachments attachments(AttachmentRows rows, AttachmentSettings settings, Clock clock) {
        return new Attachments(rows, settings, clock);
    }

    @Bean
    HttpMessageConverter<Upload> uploads(AttachmentSettings settings, MalwareScan scan) {
        return new UploadReading(settings.maxSize(), scan);
    }

    @Bean
    DueWork scanningAttachments(
            AttachmentRows rows, MalwareScan scan, AttachmentSettings settings, MeterRegistry meters) {
        return new ScanningAttachments(rows, scan, settings.scanAttempts(), meters);
    }
}
