package io.controlcenter.platform.sample;

import io.controlcenter.platform.attachments.Attachment.Holder;
import io.controlcenter.platform.attachments.AttachmentView;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.Upload;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v{version}/memos/{id}/attachments", version = "1")
class MemoAttachmentController {

    private static final String KIND = "memo";
    private final Memos memos;
    private final Attachments attachments;

    MemoAttachmentController(Memos memos, Attachments attachments) {
        this.memos = memos;
        this.attachments = attachments;
    }

    @PostMapping
    @IdempotentWrite
    @Access("MEMO_WRITE")
    ResponseEntity<AttachmentView> attach(
            @PathVariable long id, @RequestParam String name, @RequestBody Upload upload, Caller caller) {
        var memo = memos.find(id).orElseThrow(() -> Problem.notFound("This memo"));
        var file = attachments.check(name, upload, caller);
        var holder = new Holder(
                KIND, String.valueOf(id), caller.enterprise(), Objects.requireNonNullElse(memo.accountId(), "A-1"));
        var view = AttachmentView.of(path(id), attachments.add(holder, file));
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping
    @Access("MEMO_VIEW")
    List<AttachmentView> list(@PathVariable long id) {
        return attachments.list(KIND, String.valueOf(id)).stream()
                .map(attachment -> AttachmentView.of(path(id), attachment))
                .toList();
    }

    @GetMapping("/{attachmentId}")
    @Access("MEMO_VIEW")
    ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable UUID attachmentId) {
        return attachments.download(KIND, String.valueOf(id), attachmentId);
    }

    private static String path(long id) {
        return "/api/v1/memos/%d/attachments".formatted(id);
    }
}
