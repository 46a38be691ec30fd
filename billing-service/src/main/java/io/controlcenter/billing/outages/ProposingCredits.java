package io.controlcenter.billing.outages;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.outages.OutageEventsIn.CreditableOutage;
import io.controlcenter.billing.outages.domain.OutageCredit;
import io.controlcenter.billing.outages.domain.OutageCredit.Outcome;
import io.controlcenter.billing.rating.OneTimeCharges;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes credits for outages, and puts those that are approved on the account's next invoice. */
@Service
@Transactional
class ProposingCredits {

    private final OutageCredits credits;
    private final ReadingAccounts accounts;
    private final OneTimeCharges charges;
    private final AuditTrail audit;
    private final Clock clock;

    ProposingCredits(
            OutageCredits credits, ReadingAccounts accounts, OneTimeCharges charges, AuditTrail audit, Clock clock) {
        this.credits = credits;
        this.accounts = accounts;
        this.charges = charges;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first telling of an outage stands; a price that is not known is left to whoever decides. */
    void propose(String enterpriseId, CreditableOutage outage) {
        var account = accounts.find(outage.accountId())
                .orElseThrow(() -> new IllegalStateException("No account " + outage.accountId() + " is known yet"));
        var day = LocalDate.ofInstant(outage.outageStart(), account.timeZone());
        var monthly = credits.monthly(outage.serviceId(), day);
        var minutesInMonth = OutageCredit.minutesInMonth(outage.outageStart(), account.timeZone());
        credits.add(new OutageCredit(
                credits.nextId(),
                enterpriseId,
                outage.accountId(),
                outage.serviceId(),
                outage.circuitId(),
                outage.ticketNumber(),
                outage.outageStart(),
                outage.outageEnd(),
                outage.minutes(),
                outage.excludedMinutes(),
                monthly,
                minutesInMonth,
                OutageCredit.amount(monthly, outage.minutes(), minutesInMonth, Money.scale(account.currency())),
                account.currency(),
                OutageCredit.State.PROPOSED,
                clock.instant(),
                null,
                1));
    }

    Outcome approve(String proposalId, LongConsumer expected, @Nullable BigDecimal amount, String text, String by) {
        var outcome = decide(proposalId, expected, credit -> credit.approve(amount, text, by, clock.instant()));
        if (outcome instanceof Outcome.Done(var credit)) {
            charges.add(charge(credit));
        }
        return outcome;
    }

    private OneTimeCharges.NewCharge charge(OutageCredit credit) {
        var zone = accounts.find(credit.accountId()).orElseThrow().timeZone();
        var given =
                Objects.requireNonNull(Objects.requireNonNull(credit.decision()).credited());
        return new OneTimeCharges.NewCharge(
                "OUTAGE/" + credit.proposalId(),
                credit.enterpriseId(),
                credit.accountId(),
                credits.isRated(credit.serviceId()) ? credit.serviceId() : null,
                OneTimeCharges.Cause.OUTAGE,
                "Credit for an outage of %d minutes, ticket %s".formatted(credit.minutes(), credit.ticketNumber()),
                Money.of(given.negate(), credit.currency()),
                LocalDate.now(clock.withZone(zone)),
                credit.ticketNumber());
    }

    Outcome decline(String proposalId, LongConsumer expected, String text, String by) {
        return decide(proposalId, expected, credit -> credit.decline(text, by, clock.instant()));
    }

    private Outcome decide(String proposalId, LongConsumer expected, Function<OutageCredit, Outcome> question) {
        var before = credits.lock(proposalId).orElseThrow(() -> Problem.notFound("The outage credit " + proposalId));
        expected.accept(before.version());
        var outcome = question.apply(before);
        if (outcome instanceof Outcome.Done(var after)) {
            credits.save(after);
            audit.record(
                    after.enterpriseId(), "outage-credit." + after.state(), "outage-credit", proposalId, before, after);
        }
        return outcome;
    }
}
