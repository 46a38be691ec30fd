package io.controlcenter.repair.attachments;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.repair.attachments.Attachments.Attachment;
import io.controlcenter.repair.attachments.Attachments.Scan;
import io.controlcenter.repair.ticketing.application.FollowingTickets;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.web.TicketProblems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files for tickets: few, small, of a type that their content shows, and looked at before anybody gets them. */
@Service
@Transactional
class AttachingFiles {

    private final Attachments attachments;
    private final ReadingTickets tickets;
    private final FollowingTickets following;
    private final MalwareScan scan;
    private final AttachmentSettings settings;
    private final Clock clock;
    private final Tika tika = new Tika();

    AttachingFiles(
            Attachments attachments,
            ReadingTickets tickets,
            FollowingTickets following,
            MalwareScan scan,
            AttachmentSettings settings,
            Clock clock) {
        this.attachments = attachments;
        this.tickets = tickets;
        this.following = following;
        this.scan = scan;
        this.settings = settings;
        this.clock = clock;
    }

    Attachment attach(String ticketNumber, String name, byte[] content, Caller caller) {
        var ticket = require(ticketNumber);
        var type = type(content);
        var by = new Person(
                caller.subject(), caller.name(), caller.isProvider() ? Person.Side.PROVIDER : Person.Side.CUSTOMER);
        var verdict = scan.scan(content);
        var attachment = new Attachment(
                UUID.randomUUID(),
                ticketNumber,
                ticket.enterpriseId(),
                ticket.accountId(),
                name,
                type,
                content.length,
                sha256(content),
                scan(verdict),
                threat(verdict),
                clock.instant(),
                by.id(),
                by.name(),
                by.side().name());
        TicketProblems.require(following.attach(ticketNumber, attachment.attachmentId(), name, by));
        requireRoom(ticketNumber);
        attachments.add(attachment, content);
        return attachment;
    }

    /** By what the file holds: a name and a claimed type are only words. */
    private String type(byte[] content) {
        var type = content.length == 0 ? "empty" : tika.detect(content);
        if (!settings.types().contains(type)) {
            throw Problem.unprocessable(Violation.invalid(
                            "",
                            "The content is %s; a file is one of %s."
                                    .formatted(type, String.join(", ", settings.types()))))
                    .with("detected", type);
        }
        return type;
    }

    /** The ticket was saved last before its attachment is counted, so that of two at once the later one fails. */
    private void requireRoom(String ticketNumber) {
        if (attachments.of(ticketNumber).size() >= settings.perTicket()) {
            throw Problem.unprocessable(new Violation(
                    "", Violation.TOO_MANY_RECORDS, "A ticket has at most %d files.".formatted(settings.perTicket())));
        }
    }

    private TicketSnapshot require(String ticketNumber) {
        return tickets.find(ticketNumber).orElseThrow(() -> Problem.notFound("The ticket " + ticketNumber));
    }

    List<Attachment> list(String ticketNumber) {
        return attachments.of(require(ticketNumber).ticketNumber());
    }

    Attachment find(String ticketNumber, UUID attachmentId) {
        return attachments
                .find(ticketNumber, attachmentId)
                .orElseThrow(() -> Problem.notFound("The attachment " + attachmentId));
    }

    /** @throws Problem 409 while it is not known to be clean */
    byte[] content(Attachment attachment) {
        return switch (attachment.scan()) {
            case CLEAN -> attachments.content(attachment.attachmentId());
            case PENDING ->
                throw Problem.conflict("attachment-not-scanned", "Nobody could look whether this file is clean yet.")
                        .retryAfter(Duration.ofSeconds(30));
            case QUARANTINED ->
                throw Problem.conflict("attachment-quarantined", "This file is harmful and is not given out.")
                        .with("threat", String.valueOf(attachment.threat()));
        };
    }

    /** Looks at a file that had to wait; whether that was possible now. */
    boolean scanAgain(UUID attachmentId) {
        var verdict = scan.scan(attachments.content(attachmentId));
        attachments.judged(attachmentId, scan(verdict), threat(verdict));
        return scan(verdict) != Scan.PENDING;
    }

    List<UUID> unscanned(int atMost) {
        return attachments.unscanned(atMost);
    }

    private static Scan scan(MalwareScan.Verdict verdict) {
        return switch (verdict) {
            case MalwareScan.Verdict.Clean() -> Scan.CLEAN;
            case MalwareScan.Verdict.Infected _ -> Scan.QUARANTINED;
            case MalwareScan.Verdict.Unknown() -> Scan.PENDING;
        };
    }

    private static @Nullable String threat(MalwareScan.Verdict verdict) {
        return verdict instanceof MalwareScan.Verdict.Infected(var threat) ? threat : null;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
