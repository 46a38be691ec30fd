package io.controlcenter.gateway.upstream;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** What came of asking a service. */
public sealed interface Reply {

    /** The service answered, whatever it said. Must be closed: that gives back the connection and the place. */
    record Answered(ClassicHttpResponse response, Runnable done) implements Reply, Closeable {

        @Override
        public void close() throws IOException {
            try (response) {
                done.run();
            }
        }
    }

    /** There is no answer. */
    record Refused(Reason reason) implements Reply {}

    enum Reason {
        /** Not reachable, or gone before it answered. */
        DOWN,
        /** Failed so often just now that it is left alone for a while. */
        RESTING,
        /** As many requests are waiting for it as may. */
        FULL,
        /** Did not answer in time. */
        SLOW
    }
}
