package io.controlcenter.billing.invoicing.application;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The invoices that a caller may read: held ones only staff, and none that is older than what is kept for reading. */
@Component
public class FindingInvoices {

    private final ReadingInvoices reading;
    private final Clock clock;
    private final int months;

    FindingInvoices(ReadingInvoices reading, Clock clock, InvoicingSettings settings) {
        this.reading = reading;
        this.clock = clock;
        this.months = settings.monthsReadable();
    }

    /** Bill dates have to be after this day. */
    public LocalDate oldest() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusMonths(months);
    }

    public ReadingInvoices.Head find(String number, Caller caller) {
        var invoice =
                reading.find(number, caller.isProvider()).orElseThrow(() -> Problem.notFound("The invoice " + number));
        if (!invoice.billDate().isAfter(oldest())) {
            throw Problem.of(
                            HttpStatus.GONE,
                            "invoice-archived",
                            "Invoices can be read for " + months + " months; " + number + " is older.")
                    .with("billDate", invoice.billDate());
        }
        return invoice;
    }
}
