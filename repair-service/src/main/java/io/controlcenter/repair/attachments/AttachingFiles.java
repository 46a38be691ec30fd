package io.controlcenter.repair.attachments;

import io.controlcenter.platform.attachments.Attachment;
import io.controlcenter.platform.attachments.Attachment.Holder;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.Upload;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.repair.ticketing.application.FollowingTickets;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.web.TicketProblems;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files for tickets that are open. */
@Service
@Transactional
class AttachingFiles {

    private static final String KIND = "ticket";
    private final Attachments attachments;
    private final ReadingTickets tickets;
    private final FollowingTickets following;

    AttachingFiles(Attachments attachments, ReadingTickets tickets, FollowingTickets following) {
        this.attachments = attachments;
        this.tickets = tickets;
        this.following = following;
    }

    Attachment attach(String ticketNumber, String name, Upload upload, Caller caller) {
        var ticket = require(ticketNumber);
        var file = attachments.check(name, upload, caller);
        var by = new Person(
                caller.subject(), caller.name(), caller.isProvider() ? Person.Side.PROVIDER : Person.Side.CUSTOMER);
        TicketProblems.require(following.attach(ticketNumber, file.attachmentId(), name, by));
        return attachments.add(new Holder(KIND, ticketNumber, ticket.enterpriseId(), ticket.accountId()), file);
    }

    private TicketSnapshot require(String ticketNumber) {
        return tickets.find(ticketNumber).orElseThrow(() -> Problem.notFound("The ticket " + ticketNumber));
    }

    List<Attachment> list(String ticketNumber) {
        return attachments.list(KIND, require(ticketNumber).ticketNumber());
    }

    ResponseEntity<byte[]> download(String ticketNumber, UUID attachmentId) {
        return attachments.download(KIND, require(ticketNumber).ticketNumber(), attachmentId);
    }
}
