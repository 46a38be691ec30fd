package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.customers.People;
import io.controlcenter.maintenance.inquiries.Asking;
import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for another time for the work that is in conflict, in one call. */
@Component
@Transactional
class ReschedulingConflicts {

    private final Conflicts conflicts;
    private final Asking asking;
    private final People people;
    private final JdbcClient db;

    /** What the asker says; the rest is known. */
    record Wish(
            @Nullable String gcrNumber,
            Inquiry.@Nullable Contact contact,
            @Nullable String customerReference,
            @Nullable String text) {}

    ReschedulingConflicts(Conflicts conflicts, Asking asking, People people, JdbcClient db) {
        this.conflicts = conflicts;
        this.asking = asking;
        this.people = people;
        this.db = db;
    }

    Inquiry request(String conflictId, Wish wish, Caller caller) {
        var conflict = conflicts.find(conflictId).orElseThrow(() -> Problem.notFound("The conflict " + conflictId));
        if (!conflict.isOpen()) {
            throw Problem.conflict("conflict-resolved", "This conflict is over.");
        }
        var gcr = wish.gcrNumber() == null ? laterOne(conflict) : named(conflict, wish.gcrNumber());
        waiting(gcr, conflict).ifPresent(inquiry -> {
            throw Problem.conflict("already-requested", "Another time was asked for and is not answered yet.")
                    .with("inquiryNumber", inquiry);
        });
        var question = new Asking.Question(
                hit(gcr, conflict),
                Inquiry.Type.REQUEST_RESCHEDULE,
                wish.customerReference(),
                contact(wish, caller),
                wish.text() == null ? text(conflict) : wish.text());
        var inquiry = asking.ask(gcr, conflict.enterpriseId(), question, caller.name());
        conflicts.asked(conflictId, inquiry.inquiryNumber());
        return inquiry;
    }

    /** Of work that did not begin, that which comes last leaves most time to move it. */
    private GcrNumber laterOne(ConflictRow conflict) {
        return db.sql("""
                        select gcr_number from gcr_window
                        where gcr_number || '-' || number = any (:windows) and state in ('tentative', 'scheduled')
                        order by starts_at desc, gcr_number desc limit 1""")
                .param("windows", conflict.windowIds().toArray(String[]::new))
                .query((row, _) -> new GcrNumber(row.getString(1)))
                .optional()
                .orElseThrow(() -> Problem.conflict("nothing-to-reschedule", "The work has begun already."));
    }

    private static GcrNumber named(ConflictRow conflict, String written) {
        return GcrNumber.parse(written)
                .filter(number -> conflict.gcrNumbers().contains(number.digits()))
                .orElseThrow(() -> Problem.unprocessable(Violation.referenceNotFound(
                        "/gcrNumber", "This conflict is about " + String.join(", ", conflict.gcrNumbers()) + ".")));
    }

    private Optional<String> waiting(GcrNumber gcr, ConflictRow conflict) {
        return db.sql("""
                        select inquiry_number from inquiry
                        where inquiry_number = any (:numbers) and gcr_number = :gcr and state = 'OPEN' limit 1""")
                .param("numbers", conflict.inquiryNumbers().toArray(String[]::new))
                .param("gcr", gcr.digits())
                .query(String.class)
                .optional();
    }

    private List<String> hit(GcrNumber gcr, ConflictRow conflict) {
        return db.sql("""
                        select distinct service_id from service_impact where gcr_number = :gcr and service_id = any (:ids)
                        order by 1""")
                .param("gcr", gcr.digits())
                .param(
                        "ids",
                        conflict.services().stream()
                                .map(side -> side.serviceId())
                                .toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Inquiry.Contact contact(Wish wish, Caller caller) {
        return wish.contact() != null
                ? wish.contact()
                : people.contact(caller.subject())
                        .map(known -> new Inquiry.Contact(known.name(), known.email(), known.phone()))
                        .orElseThrow(() ->
                                Problem.unprocessable(Violation.missing("/contact", "Whom may we call or write to?")));
    }

    private static String text(ConflictRow conflict) {
        return "Please give this maintenance another time: it would hit services that are diverse to each other ("
                + conflict.groupName() + ")"
                + (conflict.ticketNumber() == null
                        ? ", together with " + String.join(", ", conflict.gcrNumbers()) + "."
                        : ", while one of them is down (" + conflict.ticketNumber() + ").");
    }
}
