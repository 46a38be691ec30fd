package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users for readers, each with the grants that the reader may see. */
public interface ReadingUsers {

    record Entry(UserSnapshot user, List<Grant> grants) {}

    /** @param enterpriseId only its members; null for everybody, which is the provider's to ask */
    Page<Entry> list(@Nullable String enterpriseId, ListRequest request);

    Optional<Entry> find(@Nullable String enterpriseId, String userId);
}
