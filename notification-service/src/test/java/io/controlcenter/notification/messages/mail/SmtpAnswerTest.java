package io.controlcenter.notification.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.messages.domain.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** What a mail server's answer means for a message. */
class SmtpAnswerTest {

    private static Delivery answered(int code) throws AddressException {
        var refused = new SMTPAddressFailedException(new InternetAddress("ada@acme.example"), "RCPT TO", code, "no");
        var failed = new SendFailedException("Invalid Addresses", refused);
        return SmtpAnswer.of(new MailSendException(Map.of(new Object(), failed)));
    }

    @ParameterizedTest
    @CsvSource({
        "550, RefusedForGood",
        "553, RefusedForGood",
        "450, RefusedForNow",
        "452, RefusedForNow",
        "421, ServerAway"
    })
    void by_its_reply_code(int code, String meaning) throws AddressException {
        assertThat(answered(code).getClass().getSimpleName()).isEqualTo(meaning);
    }

    @Test
    void a_server_that_does_not_answer_or_does_not_let_us_in_is_away() {
        var unreachable = new MessagingException("connect", new ConnectException("refused"));
        assertThat(SmtpAnswer.of(new MailSendException("Mail server connection failed", unreachable)))
                .isInstanceOf(Delivery.ServerAway.class);
        assertThat(SmtpAnswer.of(new MailAuthenticationException("who are you")))
                .isInstanceOf(Delivery.ServerAway.class);
    }

    @Test
    void what_the_library_cannot_make_a_mail_of_is_unreadable() {
        assertThat(SmtpAnswer.of(new MailParseException("no address"))).isInstanceOf(Delivery.Unreadable.class);
    }
}
