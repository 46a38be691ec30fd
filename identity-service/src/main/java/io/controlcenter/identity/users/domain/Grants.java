package io.controlcenter.identity.users.domain;

import java.util.List;
import java.util.Optional;

/** The grants that the present transaction may see. */
public interface Grants {

    Optional<Grant> find(String userId, String enterpriseId);

    List<Grant> of(String userId);

    List<Grant> ofEnterprise(String enterpriseId);

    /** Those that name this group. */
    List<Grant> ofGroup(String enterpriseId, String groupId);

    /** Those that reach this account without having all. */
    List<Grant> naming(String enterpriseId, String accountId);

    /** @return the grant as it was stored, with its new version */
    Grant put(String userId, String enterpriseId, Wanted wanted);

    /** @return the grant as it was, with the version of its end */
    Grant remove(Grant grant);

    /**
     * Whether somebody besides this user administers the enterprise and can sign in. Whoever was only invited may never
     * come, and stands in for nobody but another who cannot sign in either. Holds the enterprise until the transaction
     * ends, so that two administrators cannot remove each other at the same moment.
     */
    boolean hasOtherAdministrator(String enterpriseId, String userId);

    /** Whether the user has a grant that this transaction may not see. */
    boolean isMemberElsewhere(String userId, String enterpriseId);
}
