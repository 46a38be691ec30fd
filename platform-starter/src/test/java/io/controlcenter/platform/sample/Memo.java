package io.controlcenter.platform.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record Memo(long id, String text, String colour, @Nullable String accountId, Instant createdAt, long version) {}
