package io.controlcenter.billing.requests.application;

import io.controlcenter.platform.attachments.Attachment;
import io.controlcenter.platform.attachments.Attachment.Holder;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.CheckedFile;
import io.controlcenter.platform.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds evidence to a request while it is worked on. */
@Service
@Transactional
public class AttachingFiles {

    private static final String KIND = "billing-request";
    private final Attachments attachments;
    private final BillingRequests requests;
    private final FollowingRequests following;

    AttachingFiles(Attachments attachments, BillingRequests requests, FollowingRequests following) {
        this.attachments = attachments;
        this.requests = requests;
        this.following = following;
    }

    /** What came of the wish to attach a file. */
    public sealed interface Outcome {

        record Attached(Attachment attachment) implements Outcome {}

        record Refused(Answer.Refused why) implements Outcome {}
    }

    public Outcome attach(String number, CheckedFile file, Person by) {
        var request = requests.lock(number).orElseThrow(() -> Problem.notFound("The billing request " + number));
        var words = "Attached " + file.name();
        return switch (following.add(number, RequestLog.Kind.ATTACHMENT, words, false, by)) {
            case FollowingRequests.Added.Refused(var why) -> new Outcome.Refused(why);
            case FollowingRequests.Added.Done _ ->
                new Outcome.Attached(
                        attachments.add(new Holder(KIND, number, request.enterpriseId(), request.accountId()), file));
        };
    }

    Map<String, List<Attachment>> lists(Collection<String> numbers) {
        return attachments.lists(KIND, numbers);
    }

    public ResponseEntity<byte[]> download(String number, UUID attachmentId) {
        return attachments.download(KIND, number, attachmentId);
    }
}
