package io.controlcenter.platform.sample;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.Ascending;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.controlcenter.platform.web.Removable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v{version}/memos", version = "1")
class MemoController {

    enum Colour {
        RED,
        GREEN
    }

    @Ascending(first = "on", then = "until")
    record Line(
            @NotBlank String word,
            @NotNull LocalDate on,
            @Nullable LocalDate until) {}

    record NewMemo(
            @NotBlank @Size(max = 20) String text,
            MemoController.@NotNull Colour colour,
            @Nullable String accountId,
            @Nullable Integer number,
            @Nullable @Valid @Size(max = 2) List<Line> lines) {}

    record ChangedMemo(@NotBlank String text) {}

    record Labels(
            @Nullable @Size(max = 5) String must,
            @Nullable @Removable String may) {}

    private final Memos memos;

    MemoController(Memos memos) {
        this.memos = memos;
    }

    @PostMapping
    @IdempotentWrite
    @Access("MEMO_WRITE")
    ResponseEntity<Memo> write(@RequestBody NewMemo memo, Caller caller) {
        return created(memos.write(caller.enterprise(), memo.accountId(), memo.text(), memo.colour()));
    }

    @PostMapping("/dear")
    @IdempotentWrite(keyRequired = true)
    @Access("MEMO_WRITE")
    ResponseEntity<Memo> writeDear(@RequestBody NewMemo memo, Caller caller) {
        return created(memos.write(caller.enterprise(), memo.accountId(), memo.text(), memo.colour()));
    }

    private static ResponseEntity<Memo> created(Memo memo) {
        return ResponseEntity.created(URI.create("/api/v1/memos/" + memo.id()))
                .eTag(IfMatch.tag(memo.version()))
                .body(memo);
    }

    @GetMapping("/{id}")
    @Access({"MEMO_VIEW", "MEMO_WRITE"})
    ResponseEntity<Memo> read(@PathVariable long id) {
        var memo = memos.find(id).orElseThrow(() -> Problem.notFound("This memo"));
        return ResponseEntity.ok().eTag(IfMatch.tag(memo.version())).body(memo);
    }

    @PatchMapping("/{id}")
    @Access("MEMO_WRITE")
    Memo change(@PathVariable long id, @RequestBody ChangedMemo change, IfMatch ifMatch) {
        return memos.change(id, change.text(), ifMatch).orElseThrow(() -> Problem.notFound("This memo"));
    }

    @PatchMapping("/labels")
    @Access("MEMO_WRITE")
    Map<String, Object> label(@RequestBody Labels labels, MergePatch nulls) {
        return Map.of("removed", nulls.removes("may"), "kept", labels.may() == null ? "" : labels.may());
    }

    @GetMapping
    @Access("MEMO_VIEW")
    ResponseEntity<Page<Memo>> list(ListRequest request, Caller caller) {
        return memos.list(request, Map.of("enterprise", caller.enterprise())).toResponse();
    }

    @GetMapping("/everywhere")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    long count() {
        return memos.count();
    }

    @GetMapping("/by-both-sides")
    @Access(
            value = {"MEMO_VIEW", "OPERATIONS"},
            reach = Reach.SHARED)
    long countForBothSides() {
        return memos.count();
    }

    @GetMapping("/broken")
    @Access("MEMO_VIEW")
    Memo broken(@RequestParam int number) {
        throw new IllegalStateException("select secret from wallet " + number);
    }

    @GetMapping("/open")
    @Access(reach = Reach.PUBLIC)
    Map<String, Boolean> open() {
        return Map.of("open", true);
    }

    @GetMapping("/forgotten")
    Map<String, Boolean> forgotten() {
        return Map.of("open", true);
    }
}
