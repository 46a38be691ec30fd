package io.controlcenter.order.credit.web;

import io.controlcenter.order.credit.application.ApplyingForCredit.Decided;
import io.controlcenter.order.credit.application.CreditDocuments;
import io.controlcenter.order.credit.application.ReadingCredit;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditApplications;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers with an application as it is now, for this reader. */
@Component
@Transactional(readOnly = true)
class CreditAnswers {

    private final CreditApplications applications;
    private final ReadingCredit reading;
    private final CreditDocuments documents;

    CreditAnswers(CreditApplications applications, ReadingCredit reading, CreditDocuments documents) {
        this.applications = applications;
        this.reading = reading;
        this.documents = documents;
    }

    CreditApplication find(String applicationNumber) {
        return applications
                .find(applicationNumber)
                .orElseThrow(() -> Problem.notFound("The credit application " + applicationNumber));
    }

    ResponseEntity<CreditView> of(String applicationNumber, Caller reader) {
        return ok(find(applicationNumber), reader);
    }

    ResponseEntity<CreditView> of(Decided decided, Caller reader) {
        return ok(CreditProblems.require(decided), reader);
    }

    CreditView view(CreditApplication application, Caller reader) {
        var number = application.applicationNumber();
        return CreditView.of(application, reading.history(number), documents.list(number), reader);
    }

    private ResponseEntity<CreditView> ok(CreditApplication application, Caller reader) {
        return ResponseEntity.ok().eTag(IfMatch.tag(application.version())).body(view(application, reader));
    }
}
