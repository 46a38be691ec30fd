package io.controlcenter.platform.work;

import java.time.Instant;

/**
 * Work that falls due by business time: a bean of this type is asked every few seconds, at once when a sandbox clock was
 * moved, and by one replica at a time. It looks for what is due, does some of it, {@link OneByOne}, and leaves in the database that it is done: so a killed process loses nothing and repeats nothing. It runs without a
 * caller and sees all tenants.
 */
public interface DueWork {

    /** Unique within the service; names the lock, and the work in logs and metrics. */
    String name();

    /**
     * @param now business time
     * @return how many pieces were done; asked again at once until it is 0
     */
    int doDue(Instant now);

    /** Cleaning up that is never urgent and needs no counting. */
    static DueWork housekeeping(String name, Runnable work) {
        return new DueWork() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int doDue(Instant now) {
                work.run();
                return 0;
            }
        };
    }
}
