package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.ticketing.domain.Refusal;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;

/** What came of a use case: the ticket as it is now, or why it stayed as it was. */
public sealed interface Decision {

    record Made(TicketSnapshot ticket) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
