package io.controlcenter.repair.ticketing.persistence;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Spring Data JDBC's part: the row of a ticket, guarded by its version. */
interface TicketRows extends Repository<TicketRow, String> {

    Optional<TicketRow> findById(String ticketNumber);

    TicketRow save(TicketRow row);
}
