package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.content.domain.Reader;
import io.controlcenter.notification.messages.domain.Message;
import java.time.Instant;

/** A message that was taken for sending, with all that its mail says. */
public record Letter(Message message, Facts facts, Reader reader, Instant at) {}
