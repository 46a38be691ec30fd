package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.messages.domain.Message;

/** Learns what became of a message, in the transaction in which it became it. */
public interface MessageJournal {

    void sent(Message message);

    void failed(Message message);

    void suppressed(Message message);
}
