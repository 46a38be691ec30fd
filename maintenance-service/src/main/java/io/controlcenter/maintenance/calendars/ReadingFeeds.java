package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.maintenance.customers.People;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a feed shows: whatever its owner may see at the moment of reading, and nothing once the owner has left, lost the
 * permission or is barred.
 */
@Component
class ReadingFeeds {

    static final List<String> PERMISSIONS = List.of("MAINT_VIEW", "MAINT_INQUIRE");

    private final Feeds feeds;
    private final People people;
    private final ReadingCalendars calendars;
    private final MaintNotes notes;
    private final MaintenanceSettings settings;
    private final Clock clock;

    ReadingFeeds(
            Feeds feeds,
            People people,
            ReadingCalendars calendars,
            MaintNotes notes,
            MaintenanceSettings settings,
            Clock clock) {
        this.feeds = feeds;
        this.people = people;
        this.calendars = calendars;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    /** The calendar; empty where there is none, or none any more. */
    Optional<String> read(FeedSecret secret) {
        var scope = TenantScope.call(
                TenantScope.ALL,
                () -> feeds.owner(secret)
                        .flatMap(owner -> people.scope(owner.userId(), owner.enterpriseId(), PERMISSIONS)));
        return scope.map(seen -> TenantScope.call(seen, () -> calendar(seen.enterprise())));
    }

    private String calendar(String enterpriseId) {
        var since = clock.instant().minus(settings.feedHistory());
        return notes.feed(calendars.since(since, enterpriseId), enterpriseId, "Scheduled maintenance " + enterpriseId);
    }
}
