package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Grant;
import java.util.List;
import java.util.Optional;

/** Partners' programs, as far as they ask who they are. */
public interface PartnerClients {

    /** @param reach what it may do, enterprise by enterprise; its token may have asked for less */
    record PartnerClient(String clientId, String name, List<Grant> reach) {}

    Optional<PartnerClient> find(String clientId);
}
