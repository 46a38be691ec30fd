package io.controlcenter.identity.users.persistence;

import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.UserStatus;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingUsers implements ReadingUsers {

    private static final Listing USERS = Listing.of("u.*", "app_user u")
            .text("username", "u.username")
            .text("email", "u.email")
            .text("lastName", "u.last_name")
            .choice("status", "u.status", UserStatus.class)
            .bool("staff", "(cardinality(u.provider_roles) > 0)")
            .instant("createdAt", "u.created_at")
            .instant("lastSignInAt", "u.last_sign_in_at")
            .order("-createdAt", "u.id");
    private static final String MEMBERS =
            "exists (select 1 from membership m where m.user_id = u.user_id and m.enterprise_id = :enterprise)";

    private final JdbcClient db;

    JdbcReadingUsers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Page<Entry> list(@Nullable String enterpriseId, ListRequest request) {
        var users = enterpriseId == null
                ? USERS.page(db, request, "true", Map.of(), (row, _) -> JdbcUsers.snapshot(row))
                : USERS.page(
                        db, request, MEMBERS, Map.of("enterprise", enterpriseId), (row, _) -> JdbcUsers.snapshot(row));
        var grants = grants(users.items().stream().map(UserSnapshot::userId).toList(), enterpriseId);
        return users.map(user -> new Entry(user, grants.getOrDefault(user.userId(), List.of())));
    }

    @Override
    public Optional<Entry> find(@Nullable String enterpriseId, String userId) {
        var grants = grants(List.of(userId), enterpriseId).getOrDefault(userId, List.of());
        if (enterpriseId != null && grants.isEmpty()) {
            return Optional.empty();
        }
        return db.sql("select * from app_user where user_id = :id")
                .param("id", userId)
                .query((row, _) -> JdbcUsers.snapshot(row))
                .optional()
                .map(user -> new Entry(user, grants));
    }

    private Map<String, List<Grant>> grants(Collection<String> userIds, @Nullable String enterpriseId) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                        select * from membership where user_id in (:users)
                          and enterprise_id = coalesce(:enterprise, enterprise_id) order by id""")
                .param("users", userIds)
                .param("enterprise", enterpriseId)
                .query((row, _) -> JdbcGrants.grant(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Grant::userId));
    }
}
