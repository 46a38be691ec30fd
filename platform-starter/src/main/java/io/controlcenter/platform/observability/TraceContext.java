package io.controlcenter.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace over the gap between a transaction and the relay that publishes its events later, as the W3C
 * {@code traceparent} of the span that appended the event.
 */
public final class TraceContext {

    private final @Nullable Tracer tracer;
    private final ObservationRegistry observations;

    public TraceContext(@Nullable Tracer tracer, ObservationRegistry observations) {
        this.tracer = tracer;
        this.observations = observations;
    }

    public @Nullable String current() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var sampled = Boolean.TRUE.equals(span.context().sampled()) ? "01" : "00";
        return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-" + sampled;
    }

    /** Runs the handling of an event as a span of the trace that it came with. */
    public void follow(String name, @Nullable String traceparent, Runnable work) {
        var context = new ReceiverContext<Map<String, String>>((carrier, key) -> carrier.get(key), Kind.CONSUMER);
        context.setCarrier(traceparent == null ? Map.of() : Map.of("traceparent", traceparent));
        Observation.createNotStarted("event.handling", () -> context, observations)
                .contextualName(name)
                .lowCardinalityKeyValue("type", name)
                .observe(work);
    }
}
