package io.controlcenter.billing.usage;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Usage that was taken: to look at, and to take back while it is on no invoice. */
@Component
@Transactional
class ReadingUsage {

    private static final String ID = "U-[1-9]\\d{0,17}";
    private final UsageRecords records;
    private final AuditTrail audit;

    ReadingUsage(UsageRecords records, AuditTrail audit) {
        this.records = records;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Page<UsageRecord> list(String enterpriseId, ListRequest request) {
        return records.list(enterpriseId, request);
    }

    @Transactional(readOnly = true)
    UsageRecord find(String recordId) {
        return (recordId.matches(ID)
                        ? records.find(Long.parseLong(recordId.substring(2)))
                        : Optional.<UsageRecord>empty())
                .orElseThrow(() -> Problem.notFound("The usage record " + recordId));
    }

    void takeBack(String recordId) {
        var record = find(recordId);
        if (!records.remove(record)) {
            throw Problem.conflict("usage-billed", "This usage is on an invoice; a credit note corrects that.");
        }
        audit.record(
                record.usage().service().enterpriseId(), "usage.taken-back", "usage-record", recordId, record, null);
    }
}
