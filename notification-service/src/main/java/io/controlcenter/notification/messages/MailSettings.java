package io.controlcenter.notification.messages;

import io.controlcenter.notification.messages.domain.Retries;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param from the sender's address
 * @param changeManagement where questions about maintenance go, and who organises its calendar entries
 * @param workers how many mails leave at the same time
 * @param batch how many a worker takes at once
 * @param poll how long a worker sleeps when nothing wakes it
 * @param lease after how long a message whose sender was lost is taken by another one
 * @param firstPause before the first repetition; each further one is twice as long
 * @param longestPause between repetitions
 * @param mostRefusals of the server, after which a message is given up
 * @param breakerPause how long a server that is away is left alone
 */
@ConfigurationProperties("controlcenter.mail")
public record MailSettings(
        @DefaultValue("notifications@control-center.example")
        String from,

        @DefaultValue("change-management@control-center.example")
        String changeManagement,

        @DefaultValue("4") int workers,
        @DefaultValue("10") int batch,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("6") int mostRefusals,
        @DefaultValue("10s") Duration breakerPause) {

    public Retries retries() {
        return new Retries(firstPause, longestPause, mostRefusals);
    }
}
