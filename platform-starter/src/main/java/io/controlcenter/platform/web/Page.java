package io.controlcenter.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list. A page at any depth costs the same, because the cursor names the row after which it begins.
 *
 * @param items the rows, possibly none
 * @param nextCursor what to send as {@code cursor} for the next page; absent on the last one
 * @param positions where each row stands, for whoever merges lists of several enterprises; never leaves the platform
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Opaque; send it as cursor to get the next page. Absent on the last page.") @Nullable
        String nextCursor,

        @Schema(hidden = true) @Nullable Positions positions) {

    public Page(List<T> items, @Nullable String nextCursor) {
        this(items, nextCursor, null);
    }

    public <R> Page<R> map(Function<? super T, R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor, positions);
    }

    /** The answer to a list request: the page, and a {@code Link} to the next one (RFC 8288). */
    public ResponseEntity<Page<T>> toResponse() {
        var response = ResponseEntity.ok();
        if (nextCursor != null) {
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", nextCursor)
                    .build()
                    .encode();
            var query = next.getQuery();
            response.header(HttpHeaders.LINK, "<%s?%s>; rel=\"next\"".formatted(next.getPath(), query));
        }
        return response.body(this);
    }
}
