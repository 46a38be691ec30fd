package io.controlcenter.notification.messages.mail;

import io.controlcenter.notification.messages.MailSettings;
import io.controlcenter.notification.messages.application.Letter;
import io.controlcenter.notification.messages.application.MailTransport;
import io.controlcenter.notification.messages.domain.Delivery;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends by SMTP. A server that does not answer is left alone for a while, and no message is taken for it meanwhile. */
@Component("mailServer")
class SmtpTransport implements MailTransport, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
    private final JavaMailSender sender;
    private final MimeLetters letters;
    private final CircuitBreaker breaker;

    SmtpTransport(JavaMailSender sender, MimeLetters letters, MailSettings settings) {
        this.sender = sender;
        this.letters = letters;
        this.breaker = CircuitBreaker.of(
                "smtp",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(settings.breakerPause())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
    }

    @Override
    public int ready(int wanted) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 0;
            case HALF_OPEN -> 1;
            default -> wanted;
        };
    }

    @Override
    public Delivery deliver(Letter letter) {
        return written(letter).map(this::send).orElse(new Delivery.Unreadable("The mail could not be written"));
    }

    private Optional<MimeMessage> written(Letter letter) {
        try {
            return Optional.of(letters.write(sender.createMimeMessage(), letter));
        } catch (MessagingException | RuntimeException e) {
            LOG.error("Message {} cannot be written", letter.message().messageId(), e);
            return Optional.empty();
        }
    }

    private Delivery send(MimeMessage mail) {
        if (!breaker.tryAcquirePermission()) {
            return new Delivery.ServerAway("The mail server is left alone for a while");
        }
        var begun = System.nanoTime();
        var delivery = handed(mail);
        var took = System.nanoTime() - begun;
        if (delivery instanceof Delivery.ServerAway(var detail)) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException(detail));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return delivery;
    }

    private Delivery handed(MimeMessage mail) {
        try {
            sender.send(mail);
            return new Delivery.Accepted();
        } catch (MailException e) {
            return SmtpAnswer.of(e);
        }
    }

    /** A mail server that is away is no reason to be unhealthy: what has to be sent waits. */
    @Override
    public Health health() {
        return Health.up().withDetail("breaker", breaker.getState().name()).build();
    }
}
