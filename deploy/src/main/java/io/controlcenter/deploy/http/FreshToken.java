package io.controlcenter.deploy.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A token that is asked for again before it expires. */
public final class FreshToken implements Supplier<@Nullable String> {

    private static final long LIFETIME = Duration.ofMinutes(8).toNanos();
    private final Supplier<String> ask;
    private @Nullable String token;
    private long askedAt;

    public FreshToken(Supplier<String> ask) {
        this.ask = ask;
    }

    @Override
    public synchronized @Nullable String get() {
        if (token == null || System.nanoTime() - askedAt > LIFETIME) {
            token = ask.get();
            askedAt = System.nanoTime();
        }
        return token;
    }
}
