package io.controlcenter.platform.attachments;

import io.controlcenter.platform.attachments.Attachment.Holder;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.FileHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Takes, keeps and gives out files: few, small, of a type that their content shows, and looked at before anybody gets
 * them. They are only ever added to. Who may see the holder, and whether it takes files now, is the service's to say.
 */
public final class Attachments {

    /** No path, no control or formatting characters, no quotes, not hidden: a name to show and to save under. */
    private static final Pattern NAME = Pattern.compile("(?![. ])[^\\p{C}/\\\\\"<>:|?*]{1,120}");

    private final AttachmentRows rows;
    private final FileTypes types;
    private final AttachmentSettings settings;
    private final Clock clock;

    Attachments(AttachmentRows rows, AttachmentSettings settings, Clock clock) {
        this.rows = rows;
        this.types = new FileTypes(settings.types());
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What can be said of a file, once its holder is known to be there and before it is locked.
     *
     * @throws Problem 400 for a name that is none, 422 for a content that is not taken or not what the name says
     */
    public CheckedFile check(String name, Upload upload, Caller by) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badQuery(Violation.ofQuery(
                    "name",
                    "is that of a file: at most 120 characters, no path, none of \" < > : | ? *, no dot first."));
        }
        var type = types.require(name, upload.content());
        return new CheckedFile(
                UUID.randomUUID(),
                name,
                type,
                upload.content(),
                upload.verdict(),
                by.name(),
                by.isProvider() ? "PROVIDER" : "CUSTOMER");
    }

    /**
     * Adds a file in the caller's transaction; of two at once the later one waits, and is counted right.
     *
     * @throws Problem 422 when the holder has as many as it may
     */
    public Attachment add(Holder to, CheckedFile file) {
        rows.hold(to);
        if (list(to.kind(), to.id()).size() >= settings.atMost()) {
            throw Problem.unprocessable(new Violation(
                    "", Violation.TOO_MANY_RECORDS, "There are at most %d files.".formatted(settings.atMost())));
        }
        var attachment = new Attachment(
                file.attachmentId(),
                file.name(),
                file.mediaType(),
                file.content().length,
                file.sha256(),
                file.verdict().scan(),
                file.verdict().threatFound(),
                clock.instant(),
                file.addedBy(),
                file.source());
        rows.add(to, attachment, file.content());
        return attachment;
    }

    /** Oldest first. */
    public List<Attachment> list(String kind, String id) {
        return rows.of(kind, id);
    }

    /** Of many holders at once, by their ids; of one that has none there is no entry. */
    public Map<String, List<Attachment>> lists(String kind, Collection<String> ids) {
        return rows.of(kind, ids);
    }

    /**
     * The file itself, to be saved and never shown by a browser.
     *
     * @throws Problem 409 while it is not known to be clean
     */
    public ResponseEntity<byte[]> download(String kind, String id, UUID attachmentId) {
        var attachment =
                rows.find(kind, id, attachmentId).orElseThrow(() -> Problem.notFound("The attachment " + attachmentId));
        requireClean(attachment);
        return ResponseEntity.ok()
                .headers(FileHeaders.toSave(attachment.name()))
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .body(rows.content(attachmentId));
    }

    private static void requireClean(Attachment attachment) {
        switch (attachment.scan()) {
            case CLEAN -> {}
            case PENDING ->
                throw Problem.conflict("attachment-not-scanned", "Nobody could look whether this file is clean yet.")
                        .retryAfter(Duration.ofSeconds(30));
            case QUARANTINED ->
                throw Problem.conflict("attachment-quarantined", "This file is harmful and is not given out.")
                        .with("threat", String.valueOf(attachment.threat()));
            case UNSCANNABLE ->
                throw Problem.conflict(
                        "attachment-unscannable",
                        "No scanner could judge this file, and it is not given out; send it in another form.");
        }
    }
}
