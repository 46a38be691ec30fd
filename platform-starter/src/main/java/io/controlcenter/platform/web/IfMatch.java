package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The versions that a writer is willing to overwrite, from the {@code If-Match} header; declared as a controller's
 * parameter. Without the header every version will do, and only writers who meet at the same moment get 409.
 */
public record IfMatch(Set<String> tags) {

    static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return new IfMatch(Set.of());
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).collect(Collectors.toSet()));
    }

    /** The strong entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses with 412 when the caller named versions and this is none of them. */
    public void require(long version) {
        if (!tags.isEmpty() && !tags.contains(tag(version))) {
            throw Problem.of(
                            HttpStatus.PRECONDITION_FAILED,
                            "preconditionFailed",
                            "This was changed since the version that If-Match names; read it again.")
                    .with("currentVersion", tag(version));
        }
    }
}
