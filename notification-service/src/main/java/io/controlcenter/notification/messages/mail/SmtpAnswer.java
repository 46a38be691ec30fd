package io.controlcenter.notification.messages.mail;

import io.controlcenter.notification.messages.domain.Delivery;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What an exception from the mail library says about the message, by the reply code of the server (RFC 5321, 4.2). */
final class SmtpAnswer {

    private static final int CLOSING = 421;

    private SmtpAnswer() {}

    static Delivery of(MailException e) {
        var detail = detail(e);
        if (e instanceof MailAuthenticationException) {
            return new Delivery.ServerAway(detail);
        }
        if (!(e instanceof MailSendException failed)) {
            return new Delivery.Unreadable(detail);
        }
        return codes(failed).stream()
                .max(Integer::compare)
                .<Delivery>map(code -> {
                    if (code >= 500) {
                        return new Delivery.RefusedForGood(detail);
                    }
                    return code == CLOSING ? new Delivery.ServerAway(detail) : new Delivery.RefusedForNow(detail);
                })
                .orElse(new Delivery.ServerAway(detail));
    }

    private static List<Integer> codes(MailSendException failed) {
        var codes = new ArrayList<Integer>();
        for (var exception : failed.getMessageExceptions()) {
            for (Exception e = exception;
                    e != null;
                    e = e instanceof MessagingException m ? m.getNextException() : null) {
                code(e).ifPresent(codes::add);
            }
        }
        return codes;
    }

    private static OptionalInt code(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
            case SMTPSendFailedException send -> OptionalInt.of(send.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    private static String detail(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
