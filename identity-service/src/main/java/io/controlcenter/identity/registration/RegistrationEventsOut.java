package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.RegistrationMessages.Administrator;
import io.controlcenter.identity.registration.RegistrationMessages.Approved;
import io.controlcenter.identity.registration.RegistrationMessages.PendingApproval;
import io.controlcenter.identity.registration.RegistrationMessages.Rejected;
import io.controlcenter.identity.registration.RegistrationMessages.Submitted;
import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of registrations, so that the applicant and the administrators get their mails. */
@Component
class RegistrationEventsOut {

    private final Outbox outbox;

    RegistrationEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    void submitted(Registration registration, String link) {
        var applicant = registration.applicant();
        send(
                registration,
                "identity.registration.submitted.v1",
                new Submitted(
                        registration.registrationId(),
                        registration.enterpriseId(),
                        applicant.email(),
                        applicant.firstName(),
                        link,
                        registration.expiresAt()));
    }

    void pendingApproval(Registration registration, List<Administrator> administrators) {
        var applicant = registration.applicant();
        send(
                registration,
                "identity.registration.pending-approval.v1",
                new PendingApproval(
                        registration.registrationId(),
                        registration.enterpriseId(),
                        applicant.email(),
                        applicant.firstName(),
                        applicant.lastName(),
                        administrators));
    }

    void approved(Registration registration, String userId) {
        var applicant = registration.applicant();
        send(
                registration,
                "identity.registration.approved.v1",
                new Approved(
                        registration.registrationId(),
                        registration.enterpriseId(),
                        applicant.email(),
                        applicant.firstName(),
                        userId));
    }

    void rejected(Registration registration, String reason) {
        var applicant = registration.applicant();
        send(
                registration,
                "identity.registration.rejected.v1",
                new Rejected(
                        registration.registrationId(),
                        registration.enterpriseId(),
                        applicant.email(),
                        applicant.firstName(),
                        reason));
    }

    private void send(Registration registration, String type, Object data) {
        outbox.append(new OutboxEvent(
                "identity.registration.v1",
                type,
                registration.registrationId(),
                registration.enterpriseId(),
                null,
                registration.version(),
                data));
    }
}
