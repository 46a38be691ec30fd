package io.controlcenter.identity.users.application;

import io.controlcenter.identity.permissions.ProviderRole;
import io.controlcenter.identity.users.domain.Inactivity;
import io.controlcenter.identity.users.domain.Profile;
import io.controlcenter.identity.users.domain.UserEvent;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.UserStatus;
import io.controlcenter.identity.users.domain.Users;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one user whom nobody invites, for there is nobody yet. */
@Service
@Transactional
public class FirstOperator {

    private final Users users;
    private final UserDesk desk;
    private final Clock clock;

    FirstOperator(Users users, UserDesk desk, Clock clock) {
        this.users = users;
        this.desk = desk;
        this.clock = clock;
    }

    /** Empty when there are users already: they can invite. */
    public Optional<UserSnapshot> create(String username) {
        if (!users.isEmpty()) {
            return Optional.empty();
        }
        var operator = new UserSnapshot(
                UUID.randomUUID().toString(),
                username.toLowerCase(Locale.ROOT),
                new Profile(username, "First", "Operator", null, "America/Chicago"),
                UserStatus.ACTIVE,
                List.of(ProviderRole.OPERATIONS.name()),
                null,
                false,
                clock.instant(),
                null,
                Inactivity.from(clock.instant()),
                1);
        return desk.add(null, operator, UserEvent.Activated::new) ? Optional.of(operator) : Optional.empty();
    }
}
