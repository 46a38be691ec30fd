package io.controlcenter.order.credit.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All credit applications that the present transaction may see. */
public interface CreditApplications {

    String nextNumber();

    Optional<CreditApplication> find(String applicationNumber);

    /** The applications on an account that may matter to an order: undecided, approved or declined; newest first. */
    List<CreditApplication> onAccount(String accountId);

    CreditApplication add(CreditApplication application);

    /**
     * Saves a change; fails when somebody else changed it since it was found.
     *
     * @return as it was stored, with its new version
     */
    CreditApplication save(CreditApplication application);

    /** Approvals that ended before this day. */
    List<String> endedBefore(LocalDate day, int atMost);
}
