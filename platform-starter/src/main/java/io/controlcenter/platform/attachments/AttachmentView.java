package io.controlcenter.platform.attachments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file as the API tells of it. */
@Schema(name = "Attachment")
public record AttachmentView(
        UUID attachmentId,
        String href,
        String name,

        @Schema(description = "What the content is, whatever the sender said", example = "application/pdf")
        String mediaType,

        int sizeBytes,
        @Schema(description = "Of the content, hexadecimal") String sha256,

        @Schema(
                description =
                        "CLEAN can be downloaded; PENDING was not looked at yet; QUARANTINED is harmful; UNSCANNABLE could"
                                + " not be judged and is given to nobody: send it in another form")
        String scan,

        @Schema(description = "What was found in a harmful one") @Nullable
        String threat,

        Instant addedAt,
        String addedBy,
        @Schema(description = "CUSTOMER or PROVIDER") String source) {

    /** @param collection path of the attachments among which it is */
    public static AttachmentView of(String collection, Attachment attachment) {
        return new AttachmentView(
                attachment.attachmentId(),
                collection + "/" + attachment.attachmentId(),
                attachment.name(),
                attachment.mediaType(),
                attachment.sizeBytes(),
                attachment.sha256(),
                attachment.scan().name(),
                attachment.threat(),
                attachment.addedAt(),
                attachment.addedBy(),
                attachment.source());
    }
}
