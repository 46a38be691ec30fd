package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.application.Attachments.Attachment;
import io.controlcenter.billing.requests.domain.FileKind;
import io.controlcenter.platform.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds evidence to a request: files of known kinds that are what they say, within limits. */
@Service
@Transactional
public class AttachingFiles {

    private final Attachments attachments;
    private final BillingRequests requests;
    private final FollowingRequests following;
    private final RequestSettings settings;
    private final Clock clock;

    AttachingFiles(
            Attachments attachments,
            BillingRequests requests,
            FollowingRequests following,
            RequestSettings settings,
            Clock clock) {
        this.attachments = attachments;
        this.requests = requests;
        this.following = following;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of the wish to attach a file. */
    public sealed interface Outcome {

        record Attached(Attachment attachment) implements Outcome {}

        record TooLarge(long most) implements Outcome {}

        record TooMany(int most) implements Outcome {}

        /** Its content is not of a kind that is taken, or not of the kind that its name says. */
        record NotThisKind() implements Outcome {}

        record Refused(Answer.Refused why) implements Outcome {}
    }

    public Outcome attach(String number, String fileName, byte[] bytes, Person by) {
        var request = requests.lock(number).orElseThrow(() -> Problem.notFound("The billing request " + number));
        if (bytes.length > settings.attachmentSize().toBytes()) {
            return new Outcome.TooLarge(settings.attachmentSize().toBytes());
        }
        var kind = FileKind.of(fileName, bytes);
        if (kind.isEmpty()) {
            return new Outcome.NotThisKind();
        }
        if (attachments.list(number).size() >= settings.attachments()) {
            return new Outcome.TooMany(settings.attachments());
        }
        var added = following.add(number, RequestLog.Kind.ATTACHMENT, "Attached " + fileName, false, by);
        if (added instanceof FollowingRequests.Added.Refused(var why)) {
            return new Outcome.Refused(why);
        }
        var attachment = new Attachment(
                UUID.randomUUID(),
                fileName,
                kind.get().mediaType(),
                bytes.length,
                digest(bytes),
                clock.instant(),
                by.name(),
                by.source());
        attachments.add(request, attachment, bytes);
        return new Outcome.Attached(attachment);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
