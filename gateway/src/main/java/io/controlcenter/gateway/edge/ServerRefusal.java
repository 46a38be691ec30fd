package io.controlcenter.gateway.edge;

import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.ProblemRenderer;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the server refuses before any filter of ours, such as a path that is no path, in the one error shape. */
final class ServerRefusal extends ErrorReportValve {

    private final ProblemRenderer renderer;

    ServerRefusal(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        request.setAttribute(Correlation.KEY, UUID.randomUUID().toString());
        response.setHeader(Correlation.HEADER, Correlation.of(request));
        var code = status.is4xxClientError() ? "invalidRequest" : "internalError";
        try {
            renderer.write(
                    Problem.of(status, code, "The server cannot read this request."), request.getRequest(), response);
        } catch (IOException _) {
            // nobody is there to read it
        }
    }
}
