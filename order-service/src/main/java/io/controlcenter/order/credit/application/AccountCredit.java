package io.controlcenter.order.credit.application;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.credit.CreditStanding;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditApplications;
import io.controlcenter.order.credit.domain.CreditPolicy;
import io.controlcenter.order.credit.domain.CreditState;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.Inventory;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges an order by the policy of the day and by what the account applied for. */
@Component
class AccountCredit implements CreditStanding {

    private final CreditApplications applications;
    private final CreditPolicies policies;
    private final Inventory inventory;
    private final Calendars calendars;
    private final Clock clock;

    AccountCredit(
            CreditApplications applications,
            CreditPolicies policies,
            Inventory inventory,
            Calendars calendars,
            Clock clock) {
        this.applications = applications;
        this.policies = policies;
        this.inventory = inventory;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing of(String enterpriseId, String accountId, Money monthlyRecurring) {
        var today = calendars.standard().dateOf(clock.instant());
        var policy = policies.on(today);
        var exposure = inventory
                .monthlyRecurring(accountId, monthlyRecurring.currency())
                .plus(monthlyRecurring);
        return needs(policy, exposure)
                ? judged(applications.onAccount(accountId), it -> it.holdsOn(today) && covers(it, exposure))
                : Standing.NOT_NEEDED;
    }

    /** What the policy cannot compare, an analyst does. */
    private static boolean needs(CreditPolicy policy, Money exposure) {
        return !policy.monthlyThreshold().currency().equals(exposure.currency()) || policy.requires(exposure);
    }

    private static boolean covers(CreditApplication application, Money exposure) {
        var decision = application.decision();
        var limit = decision == null ? null : decision.limit();
        return limit != null && limit.currency().equals(exposure.currency()) && !exposure.exceeds(limit);
    }

    /** An approval counts before an open application, and that one before the latest refusal. */
    private static Standing judged(List<CreditApplication> newestFirst, Predicate<CreditApplication> approved) {
        for (var application : newestFirst) {
            if (approved.test(application)) {
                return new Standing(true, true, false, application.applicationNumber());
            }
        }
        for (var application : newestFirst) {
            if (application.state().isPending() || application.state() == CreditState.DRAFT) {
                return new Standing(true, false, false, application.applicationNumber());
            }
        }
        return newestFirst.stream()
                .findFirst()
                .filter(application -> application.state() == CreditState.DECLINED)
                .map(application -> new Standing(true, false, true, application.applicationNumber()))
                .orElse(new Standing(true, false, false, null));
    }
}
