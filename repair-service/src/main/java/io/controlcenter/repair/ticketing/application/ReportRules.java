package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.ticketing.domain.Contact;
import io.controlcenter.repair.ticketing.domain.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a report has to satisfy whatever its ticket's state is. */
final class ReportRules {

    private ReportRules() {}

    static List<Violation> violations(Report report, Instant now) {
        var violations = new ArrayList<Violation>();
        if (!report.names(Contact.Role.REPORTER)) {
            violations.add(Violation.missing("/contacts", "One contact has the role REPORTER."));
        }
        if (report.authorisations().dispatch() && !report.names(Contact.Role.LOCAL)) {
            violations.add(Violation.missing(
                    "/contacts", "Who authorises dispatch names a contact with the role LOCAL, who lets people in."));
        }
        var started = report.issueStartedAt();
        if (started != null && started.isAfter(now)) {
            violations.add(Violation.invalid("/issueStartedAt", "This is in the future."));
        }
        var from = report.authorisations().intrusiveTestingFrom();
        var until = report.authorisations().intrusiveTestingUntil();
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.invalid(
                    "/authorisations/intrusiveTestingWindow/end", "The window ends before it starts."));
        }
        if (from != null && !report.authorisations().intrusiveTesting()) {
            violations.add(Violation.invalid(
                    "/authorisations/intrusiveTestingWindow", "There is a window but no authorisation to test in it."));
        }
        return violations;
    }
}
