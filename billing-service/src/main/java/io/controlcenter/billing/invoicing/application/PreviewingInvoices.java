package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.DueDates;
import io.controlcenter.billing.invoicing.domain.JudgedBill;
import io.controlcenter.billing.invoicing.domain.Statement;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an account's next invoice, or a later one, will say if nothing changes. Nothing is written. */
@Component
@Transactional(readOnly = true)
public class PreviewingInvoices {

    private static final int MONTHS_AHEAD = 12;
    private final Cycles cycles;
    private final JudgingBills judging;
    private final Statements statements;

    PreviewingInvoices(Cycles cycles, JudgingBills judging, Statements statements) {
        this.cycles = cycles;
        this.judging = judging;
        this.statements = statements;
    }

    /** @param statement how the account stands now */
    public record Preview(JudgedBill bill, LocalDate dueDate, Statement statement) {}

    /** @param wanted a day on which a cycle of the account begins; null for the next one that is to be billed */
    public Preview preview(String accountId, @Nullable LocalDate wanted) {
        var next = cycles.next(accountId, false).orElseThrow(() -> Problem.notFound("The account " + accountId));
        var date = wanted == null ? next.nextCycleDate() : wanted;
        requireCycle(next, date);
        var bill = bill(next, date);
        var account = next.account();
        return new Preview(
                bill,
                new DueDates(cycles.bankHolidays()).of(date, account.paymentTermsDays()),
                statements.take(List.of(accountId), date).of(accountId));
    }

    private static void requireCycle(Cycles.Next next, LocalDate date) {
        if (date.isAfter(next.nextCycleDate().plusMonths(MONTHS_AHEAD))) {
            throw invalid("A preview goes no further than " + MONTHS_AHEAD + " months from the next invoice, on "
                    + next.nextCycleDate() + ".");
        }
        if (date.isBefore(next.nextCycleDate())) {
            throw invalid("The next invoice is that of " + next.nextCycleDate() + ".");
        }
        if (!next.account().cycleDay().begins(date)) {
            throw invalid("No cycle of the account begins on this day; they begin on day "
                    + next.account().cycleDay().day() + " of the month.");
        }
    }

    private static Problem invalid(String detail) {
        return Problem.unprocessable(Violation.invalid("/billDate", detail));
    }

    /** The invoices before it are thought through one by one, as they will be issued. */
    private JudgedBill bill(Cycles.Next next, LocalDate date) {
        var bills = cycles.load(List.of(next.account()));
        var day = next.nextCycleDate();
        var judged = judging.judgeAll(bills, day).getFirst();
        while (day.isBefore(date)) {
            day = next.account().cycleDay().nextAfter(day);
            judged = judging.judgeAll(List.of(judged.billing().after()), day).getFirst();
        }
        return judged;
    }
}
