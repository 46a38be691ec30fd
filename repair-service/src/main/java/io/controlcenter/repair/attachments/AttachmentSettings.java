package io.controlcenter.repair.attachments;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What can be attached to a ticket.
 *
 * @param types what a file may be, by its content
 * @param clamd host and port of a clamd that scans it; empty for none
 */
@ConfigurationProperties("controlcenter.repair.attachments")
record AttachmentSettings(int perTicket, DataSize maxSize, Set<String> types, String clamd) {}
