package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The feeds of people; each is found by the digest of its secret, and by nothing else from outside. */
@Component
@Transactional
class Feeds {

    /** A feed without its secret, which nobody can read again. */
    record Feed(
            UUID feedId,
            String label,
            Instant createdAt,
            @Nullable Instant rotatedAt) {}

    /** Whose feed it is. */
    record Owner(String enterpriseId, String userId) {}

    private static final Listing LIST = Listing.of("f.*", "calendar_feed f")
            .instant("createdAt", "f.created_at")
            .order("createdAt", "f.id");

    private final JdbcClient db;
    private final AuditTrail audit;
    private final MaintenanceSettings settings;
    private final Clock clock;

    Feeds(JdbcClient db, AuditTrail audit, MaintenanceSettings settings, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    Feed add(Owner owner, String label, FeedSecret secret) {
        // one writer per person at a time, so that the limit holds
        db.sql("select pg_advisory_xact_lock(hashtext(:user))")
                .param("user", owner.userId())
                .query((_, _) -> true)
                .list();
        if (count(owner) >= settings.feedsPerPerson()) {
            throw Problem.conflict("too-many-feeds", "Revoke one first: there are " + settings.feedsPerPerson() + ".");
        }
        var feed = new Feed(UUID.randomUUID(), label, clock.instant(), null);
        db.sql("""
                        insert into calendar_feed (feed_id, enterprise_id, user_id, label, digest, created_at, version)
                        values (:id, :enterprise, :user, :label, :digest, :at, 0)""")
                .param("id", feed.feedId())
                .param("enterprise", owner.enterpriseId())
                .param("user", owner.userId())
                .param("label", label)
                .param("digest", secret.digest())
                .param("at", OffsetDateTime.now(clock))
                .update();
        audit.record(
                owner.enterpriseId(),
                "calendar-feed.created",
                "calendar-feed",
                feed.feedId().toString(),
                null,
                feed);
        return feed;
    }

    private int count(Owner owner) {
        return db.sql("select count(*) from calendar_feed where enterprise_id = :enterprise and user_id = :user")
                .param("enterprise", owner.enterpriseId())
                .param("user", owner.userId())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    Page<Feed> list(Owner owner, ListRequest request) {
        return LIST.page(
                db,
                request,
                "f.enterprise_id = :enterprise and f.user_id = :user",
                Map.of("enterprise", owner.enterpriseId(), "user", owner.userId()),
                DataClassRowMapper.newInstance(Feed.class));
    }

    /** The address of before is dead at once. */
    Feed rotate(Owner owner, UUID feedId, FeedSecret secret) {
        var feed = db.sql("""
                        update calendar_feed set digest = :digest, rotated_at = :at, version = version + 1
                        where feed_id = :id and enterprise_id = :enterprise and user_id = :user
                        returning feed_id, label, created_at, rotated_at""")
                .param("digest", secret.digest())
                .param("at", OffsetDateTime.now(clock))
                .param("id", feedId)
                .param("enterprise", owner.enterpriseId())
                .param("user", owner.userId())
                .query(DataClassRowMapper.newInstance(Feed.class))
                .optional()
                .orElseThrow(() -> unknown(feedId));
        audit.record(owner.enterpriseId(), "calendar-feed.rotated", "calendar-feed", feedId.toString(), null, feed);
        return feed;
    }

    void revoke(Owner owner, UUID feedId) {
        var rows = db.sql("""
                        delete from calendar_feed
                        where feed_id = :id and enterprise_id = :enterprise and user_id = :user""")
                .param("id", feedId)
                .param("enterprise", owner.enterpriseId())
                .param("user", owner.userId())
                .update();
        if (rows == 0) {
            throw unknown(feedId);
        }
        audit.record(owner.enterpriseId(), "calendar-feed.revoked", "calendar-feed", feedId.toString(), null, null);
    }

    private static Problem unknown(UUID feedId) {
        return Problem.notFound("The calendar feed " + feedId);
    }

    /** Whose secret this is; to be asked in the scope of all, for the reader has none yet. */
    @Transactional(readOnly = true)
    Optional<Owner> owner(FeedSecret secret) {
        return db.sql("select enterprise_id, user_id from calendar_feed where digest = :digest")
                .param("digest", secret.digest())
                .query(Owner.class)
                .optional();
    }
}
