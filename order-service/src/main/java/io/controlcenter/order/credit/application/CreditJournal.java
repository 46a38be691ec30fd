package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditState;
import org.jspecify.annotations.Nullable;

/** Told of every change of a credit application, inside the transaction in which it happened. */
public interface CreditJournal {

    /**
     * @param from null when it was drafted just now
     * @param text what was said with it, null for nothing
     */
    void write(@Nullable CreditState from, CreditApplication application, @Nullable String text);
}
