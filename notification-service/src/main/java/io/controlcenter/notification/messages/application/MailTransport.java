package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.messages.domain.Delivery;

/** The way out to a mail server. */
public interface MailTransport {

    /** How many mails may be tried now: none while the server is left alone, one while it is sounded out. */
    int ready(int wanted);

    Delivery deliver(Letter letter);
}
