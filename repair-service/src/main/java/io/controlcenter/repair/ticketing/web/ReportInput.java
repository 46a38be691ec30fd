package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Contact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a report that come with a new ticket and with a change of one. */
final class ReportInput {

    private ReportInput() {}

    record ContactInput(
            Contact.@NotNull Role role,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {}

    /** What is not said is not authorised. */
    record AuthorisationsInput(
            @Nullable Boolean intrusiveTesting,
            @Nullable @Valid Window intrusiveTestingWindow,
            @Nullable Boolean dispatch,
            @Nullable Boolean afterHoursCharge) {}

    record Window(@NotNull Instant start, @NotNull Instant end) {}

    static List<Contact> contacts(List<ContactInput> given) {
        return given.stream()
                .map(contact -> new Contact(contact.role(), contact.name(), contact.email(), contact.phone()))
                .toList();
    }

    static Authorisations authorisations(@Nullable AuthorisationsInput given) {
        if (given == null) {
            return Authorisations.NONE;
        }
        var window = given.intrusiveTestingWindow();
        return new Authorisations(
                Boolean.TRUE.equals(given.intrusiveTesting()),
                window == null ? null : window.start(),
                window == null ? null : window.end(),
                Boolean.TRUE.equals(given.dispatch()),
                Boolean.TRUE.equals(given.afterHoursCharge()));
    }
}
