package io.controlcenter.notification.messages.mail;

import io.controlcenter.notification.content.CalendarSettings;
import io.controlcenter.notification.content.Layout;
import io.controlcenter.notification.content.MaintenanceCalendar;
import io.controlcenter.notification.content.domain.Composer;
import io.controlcenter.notification.content.domain.InvoicePdfFacts;
import io.controlcenter.notification.content.domain.MaintenanceFacts;
import io.controlcenter.notification.content.domain.Portal;
import io.controlcenter.notification.messages.MailSettings;
import io.controlcenter.notification.messages.application.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Writes a letter as a mail: HTML with a plain-text alternative, for maintenance with its calendar, for an invoice with
 * its PDF. The Message-ID is that of the message, so that a mail which had to be sent twice after a crash shows as one.
 */
@Component
class MimeLetters {

    private final Composer composer;
    private final Layout layout;
    private final Portal portal;
    private final MailSettings settings;
    private final CalendarSettings calendars;

    MimeLetters(Composer composer, Layout layout, Portal portal, MailSettings settings, CalendarSettings calendars) {
        this.composer = composer;
        this.layout = layout;
        this.portal = portal;
        this.settings = settings;
        this.calendars = calendars;
    }

    MimeMessage write(MimeMessage mail, Letter letter) throws MessagingException {
        var message = letter.message();
        var notice = composer.compose(message.kind(), letter.facts(), letter.reader());
        var laid = layout.lay(
                notice, message.summary().templateVersion(), letter.reader().enterprise(), portal.settings());
        var helper = new MimeMessageHelper(
                mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(message.recipient().address());
        helper.setSubject(notice.subject());
        helper.setSentDate(Date.from(letter.at()));
        helper.setText(laid.text(), laid.html());
        if (letter.facts() instanceof MaintenanceFacts maintenance) {
            helper.setReplyTo(settings.changeManagement());
            attach(helper, letter, maintenance.seenOn(letter.reader().accounts()));
        }
        if (letter.facts() instanceof InvoicePdfFacts invoice && invoice.pdf() != null) {
            var pdf = new ByteArrayResource(Base64.getDecoder().decode(invoice.pdf()));
            helper.addAttachment(invoice.fileName(), pdf, MediaType.APPLICATION_PDF_VALUE);
        }
        mail.setHeader("Message-ID", messageId(letter));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Control-Center-Kind", message.kind().name());
        mail.setHeader("X-Control-Center-Subject-Id", message.aggregateId());
        return mail;
    }

    private String messageId(Letter letter) {
        var domain = settings.from().substring(settings.from().indexOf('@') + 1);
        return "<" + letter.message().messageId() + "@" + domain + ">";
    }

    private void attach(MimeMessageHelper helper, Letter letter, MaintenanceFacts maintenance)
            throws MessagingException {
        var calendar = MaintenanceCalendar.of(maintenance, letter.message().enterpriseId(), letter.at(), calendars);
        helper.addAttachment(
                "maintenance-" + maintenance.gcrNumber() + ".ics",
                new ByteArrayResource(calendar.getBytes(StandardCharsets.UTF_8)),
                "text/calendar; charset=UTF-8");
    }
}
