package io.controlcenter.gateway.upstream;

import io.controlcenter.platform.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The one place where a missing answer becomes an HTTP one. */
public final class UpstreamProblems {

    private UpstreamProblems() {}

    public static Problem of(Reply.Refused refused, String title, Duration retryAfter) {
        return switch (refused.reason()) {
            case DOWN, RESTING -> Problem.unavailable(title + " is not available right now.", retryAfter);
            case FULL -> Problem.unavailable(title + " is busy right now.", Duration.ofSeconds(1));
            case SLOW ->
                Problem.of(HttpStatus.GATEWAY_TIMEOUT, "timeout", title + " did not answer in time.")
                        .retryAfter(retryAfter);
        };
    }

    public static Problem of(RequestBody.Unreadable unreadable, long limit) {
        return unreadable instanceof RequestBody.TooLarge
                ? tooLarge(limit)
                : Problem.badRequest("invalidBody", "The body could not be read to its end.");
    }

    public static Problem tooLarge(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "bodyTooLarge", "A body may have at most " + limit + " bytes here.");
    }
}
