package io.controlcenter.platform.inbox;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.DatabaseTrouble;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do about events that a service could not handle. */
@RestController
@RequestMapping(path = "/api/v{version}/operations/${controlcenter.context}/dead-letters", version = "1")
@Tag(name = "Operations")
class DeadLetterController {

    private static final String OPERATIONS = "OPERATIONS";
    private final DeadLetters letters;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    DeadLetterController(DeadLetters letters, Inbox inbox, TransactionTemplate transaction, AuditTrail audit) {
        this.letters = letters;
        this.inbox = inbox;
        this.transaction = transaction;
        this.audit = audit;
    }

    @GetMapping
    @Access(value = OPERATIONS, reach = Reach.PROVIDER)
    @Operation(operationId = "listDeadLetters", summary = "Events that this service could not handle, newest first")
    ResponseEntity<Page<DeadLetter>> list(ListRequest request) {
        return transaction.execute(_ -> letters.list(request)).toResponse();
    }

    @PostMapping("/{id}/replay")
    @Access(value = OPERATIONS, reach = Reach.PROVIDER)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Handle the event again; 409 with the reason when it fails again")
    DeadLetter replay(@PathVariable long id) {
        var letter = waiting(id);
        try {
            inbox.handle(transaction.execute(_ -> letters.record(id)));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                throw e;
            }
            throw Problem.conflict("replay-failed", "It failed again: " + e.getMessage());
        }
        return mark(letter, DeadLetter.State.REPLAYED);
    }

    @PostMapping("/{id}/discard")
    @Access(value = OPERATIONS, reach = Reach.PROVIDER)
    @Operation(operationId = "discardDeadLetter", summary = "Give the event up for this service; it stays readable")
    DeadLetter discard(@PathVariable long id) {
        return mark(waiting(id), DeadLetter.State.DISCARDED);
    }

    private DeadLetter waiting(long id) {
        var letter = transaction.execute(_ -> letters.find(id)).orElseThrow(() -> Problem.notFound("This dead letter"));
        if (letter.state() != DeadLetter.State.WAITING) {
            throw Problem.conflict("dead-letter-settled", "This dead letter is " + letter.state() + " already.");
        }
        return letter;
    }

    private DeadLetter mark(DeadLetter letter, DeadLetter.State state) {
        return transaction.execute(_ -> {
            letters.mark(letter.id(), state);
            audit.record(
                    null, "dead-letter." + state, "dead-letter", String.valueOf(letter.id()), letter.state(), state);
            return letters.find(letter.id()).orElseThrow();
        });
    }
}
