package io.controlcenter.billing.invoicing.application;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The workers of bill runs. Each has a lock of its own, so that they work at the same time, in one process or in several;
 * those beyond the setting do nothing.
 */
@Configuration(proxyBeanMethods = false)
class BillRunWorkers {

    private record Worker(int number, RunningBills bills, InvoicingSettings settings) implements DueWork {

        @Override
        public String name() {
            return number == 1 ? "bill-runs" : "bill-runs-" + number;
        }

        @Override
        public int doDue(Instant now) {
            return number <= settings.workers() ? bills.doDue(now) : 0;
        }
    }

    @Bean
    DueWork billRuns(RunningBills bills, InvoicingSettings settings) {
        return new Worker(1, bills, settings);
    }

    @Bean
    DueWork moreBillRuns(RunningBills bills, InvoicingSettings settings) {
        return new Worker(2, bills, settings);
    }

    @Bean
    DueWork evenMoreBillRuns(RunningBills bills, InvoicingSettings settings) {
        return new Worker(3, bills, settings);
    }

    @Bean
    DueWork mostBillRuns(RunningBills bills, InvoicingSettings settings) {
        return new Worker(4, bills, settings);
    }
}
