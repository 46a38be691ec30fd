package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.messages.MailSettings;
import io.controlcenter.notification.messages.domain.Delivery;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.problem.DatabaseTrouble;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The senders of this instance. Any number of instances may run: a message is taken by one of them, and taken over when
 * its lease ends because its sender was killed.
 */
@Component
class Post implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private final Sending sending;
    private final MailTransport transport;
    private final Bell bell;
    private final MailSettings settings;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    Post(Sending sending, MailTransport transport, Bell bell, MailSettings settings) {
        this.sending = sending;
        this.transport = transport;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < settings.workers(); i++) {
            workers.add(Thread.ofVirtual().name("post-" + i).start(this::work));
        }
    }

    private void work() {
        try {
            while (running) {
                if (safely() == 0) {
                    bell.await(settings.poll());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int safely() throws InterruptedException {
        try {
            return round();
        } catch (RuntimeException e) {
            LOG.warn("Mails wait, and are tried again in {}", settings.poll(), e);
            return 0;
        }
    }

    /** @return how many messages were looked at */
    private int round() throws InterruptedException {
        var wanted = transport.ready(settings.batch());
        if (wanted == 0) {
            return 0;
        }
        var begun = System.nanoTime();
        var taken = TenantScope.call(TenantScope.ALL, () -> sending.take(wanted));
        for (var letter : taken.letters()) {
            // what comes too late is left to whoever takes it when its lease ends
            if (since(begun).compareTo(settings.lease().dividedBy(2)) < 0) {
                settle(letter, transport.deliver(letter));
            }
        }
        return taken.looked();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** A mail that left must be known to have left, or it leaves again: so a database that is away is waited for. */
    private void settle(Letter letter, Delivery delivery) throws InterruptedException {
        var begun = System.nanoTime();
        while (true) {
            try {
                Correlation.run(
                        null, () -> TenantScope.run(TenantScope.ALL, () -> sending.settle(letter.message(), delivery)));
                return;
            } catch (RuntimeException e) {
                if (since(begun).compareTo(settings.lease()) > 0 || !DatabaseTrouble.isPassing(e)) {
                    throw e;
                }
                Thread.sleep(settings.poll());
            }
        }
    }

    /** Waits for the mails that are on their way; what is not begun stays for the next instance. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        for (var worker : workers) {
            try {
                worker.join(Duration.ofSeconds(15));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
