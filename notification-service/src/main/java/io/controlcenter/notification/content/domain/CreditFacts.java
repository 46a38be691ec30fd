package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit application was decided.
 *
 * @param decision APPROVED, APPROVED_WITH_DEPOSIT or DECLINED
 */
public record CreditFacts(
        String applicationNumber,
        String accountId,
        String decision,
        @Nullable Money limit,
        @Nullable Money depositRequired,
        @Nullable LocalDate validUntil,
        @Nullable Contact contact)
        implements Facts {

    boolean approved() {
        return !decision.equals("DECLINED");
    }

    @Override
    public String subjectId() {
        return applicationNumber;
    }

    @Override
    public List<Contact> named() {
        return contact == null ? List.of() : List.of(contact);
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}
