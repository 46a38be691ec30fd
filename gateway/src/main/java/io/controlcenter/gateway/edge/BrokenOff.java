package io.controlcenter.gateway.edge;

import jakarta.servlet.ServletRequest;
import java.io.IOException;

/**
 * An answer that ended too early after its start was sent. The caller must not take the part for the whole, so the
 * connection has to break; only an exception that nothing handles on its way to the server does that.
 */
public final class BrokenOff {

    private static final String ATTRIBUTE = BrokenOff.class.getName();

    private BrokenOff() {}

    public static void mark(ServletRequest request, IOException why) {
        request.setAttribute(ATTRIBUTE, why);
    }

    static void raise(ServletRequest request) throws IOException {
        if (request.getAttribute(ATTRIBUTE) instanceof IOException why) {
            throw why;
        }
    }
}
