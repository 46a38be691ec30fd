package io.controlcenter.repair.attachments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttachmentsConfiguration {

    /** The known signatures first; what they let pass goes to a clamd, where there is one. */
    @Bean
    MalwareScan malwareScan(AttachmentSettings settings) {
        var known = new KnownSignatures();
        if (settings.clamd().isBlank()) {
            return known;
        }
        var clamd = new Clamd(settings.clamd());
        return content ->
                known.scan(content) instanceof MalwareScan.Verdict.Infected infected ? infected : clamd.scan(content);
    }
}
