package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses under which calendar programs read a person's maintenance. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Calendars")
class FeedController {

    record NewFeed(
            @Schema(description = "To tell several apart", example = "NOC wall board") @Nullable @Size(max = 100)
            String label) {}

    @Schema(name = "CalendarFeed")
    record FeedView(
            UUID feedId,
            String label,
            Instant createdAt,
            @Nullable Instant rotatedAt,

            @Schema(
                    description = "What a calendar program subscribes to. A secret: whoever has it reads the calendar."
                            + " Shown this once only")
            @Nullable
            String url) {}

    private final Feeds feeds;
    private final ReadingFeeds reading;
    private final MaintenanceSettings settings;

    FeedController(Feeds feeds, ReadingFeeds reading, MaintenanceSettings settings) {
        this.feeds = feeds;
        this.reading = reading;
        this.settings = settings;
    }

    private FeedView view(Feeds.Feed feed, @Nullable FeedSecret secret) {
        var url = secret == null ? null : settings.publicUrl() + "/api/v1/gcrs.ics?key=" + secret.text();
        return new FeedView(feed.feedId(), feed.label(), feed.createdAt(), feed.rotatedAt(), url);
    }

    /** A program has a token and no need of an address that works without. */
    private static Feeds.Owner owner(Caller caller) {
        if (caller.actor() != Caller.Actor.CUSTOMER) {
            throw Problem.forbidden("people-only", "A feed belongs to a person of the enterprise.");
        }
        return new Feeds.Owner(caller.enterprise(), caller.subject());
    }

    @PostMapping("/gcrs/calendar-feeds")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE"})
    @Operation(operationId = "createCalendarFeed", summary = "A secret address that a calendar program subscribes to")
    ResponseEntity<FeedView> create(@RequestBody(required = false) @Nullable NewFeed feed, Caller caller) {
        var secret = FeedSecret.random();
        var label = feed == null || feed.label() == null ? "Maintenance" : feed.label();
        var added = feeds.add(owner(caller), label, secret);
        return ResponseEntity.created(URI.create("/api/v1/gcrs/calendar-feeds")).body(view(added, secret));
    }

    @GetMapping("/gcrs/calendar-feeds")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE"})
    @Operation(operationId = "listCalendarFeeds", summary = "One's own feeds, without their secrets")
    ResponseEntity<Page<FeedView>> list(ListRequest request, Caller caller) {
        return feeds.list(owner(caller), request).map(feed -> view(feed, null)).toResponse();
    }

    @PostMapping("/gcrs/calendar-feeds/{feedId}/rotate")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE"})
    @Operation(operationId = "rotateCalendarFeed", summary = "Another address; the one of before is dead at once")
    ResponseEntity<FeedView> rotate(@PathVariable UUID feedId, Caller caller) {
        var secret = FeedSecret.random();
        return ResponseEntity.ok(view(feeds.rotate(owner(caller), feedId, secret), secret));
    }

    @DeleteMapping("/gcrs/calendar-feeds/{feedId}")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE"})
    @Operation(operationId = "revokeCalendarFeed", summary = "The address is dead from now on")
    ResponseEntity<Void> revoke(@PathVariable UUID feedId, Caller caller) {
        feeds.revoke(owner(caller), feedId);
        return ResponseEntity.noContent().build();
    }

    @GetMapping(path = "/gcrs.ics", produces = "text/calendar")
    @Access(reach = Reach.PUBLIC)
    @Operation(
            operationId = "readCalendarFeed",
            summary = "The feed itself: what its owner may see now, as iCalendar with MAINTNOTE")
    ResponseEntity<String> read(@Parameter(description = "The secret of the feed") @RequestParam String key) {
        return reading.read(new FeedSecret(key))
                .map(calendar -> CalendarFile.of("maintenance.ics", calendar))
                .orElseThrow(() -> Problem.notFound("The calendar"));
    }
}
