package io.controlcenter.notification.messages.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the senders of this instance when there is something to send; the others find it by their slow poll. */
@Component
class Bell {

    private static final int ENOUGH = 16;
    private final Semaphore rings = new Semaphore(0);

    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    void ring() {
        if (rings.availablePermits() < ENOUGH) {
            rings.release(ENOUGH);
        }
    }

    void await(Duration atMost) throws InterruptedException {
        var _ = rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
