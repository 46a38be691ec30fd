package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.EngagementMessages.Contact;
import io.controlcenter.identity.accountteam.domain.Engagement;
import io.controlcenter.identity.accountteam.domain.EngagementState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Meetings as iCalendar (RFC 5545): one UID over all changes, so that a calendar moves what was moved. */
@Component
class EngagementCalendarFile {

    private static final String DOMAIN = "@control-center.example";

    private final EngagementSettings settings;
    private final Clock clock;

    EngagementCalendarFile(EngagementSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    String of(List<Engagement> engagements, Optional<Contact> contact) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Control Center//Account team//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        engagements.forEach(engagement -> calendar.add(event(engagement, contact)));
        var text = new StringWriter();
        try {
            // without validation, which refuses a calendar without events
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(Engagement engagement, Optional<Contact> contact) {
        var event = new VEvent(false);
        event.add(new Uid(engagement.engagementId() + DOMAIN));
        event.add(new DtStamp(clock.instant()));
        event.add(new DtStart<>(engagement.scheduledAt()));
        event.add(new DtEnd<>(engagement.scheduledAt().plus(settings.lasts())));
        event.add(new Summary(engagement.kind().title()));
        event.add(new Sequence(Math.toIntExact(engagement.version() - 1)));
        event.add(new Status(engagement.state() == EngagementState.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        if (engagement.note() != null) {
            event.add(new Description(engagement.note()));
        }
        contact.ifPresent(who -> event.add(new Organizer(URI.create("mailto:" + who.email()))));
        return event;
    }
}
