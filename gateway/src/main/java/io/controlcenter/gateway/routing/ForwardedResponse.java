package io.controlcenter.gateway.routing;

import io.controlcenter.gateway.edge.BrokenOff;
import io.controlcenter.gateway.upstream.Reply;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the caller: streamed, and closed whatever happens. */
record ForwardedResponse(Reply.Answered answered) implements ServerResponse {

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answered.response().getCode());
    }

    @Override
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        answered.response()
                .headerIterator()
                .forEachRemaining(header -> headers.add(header.getName(), header.getValue()));
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answered) {
            copy(answered.response(), request, response);
        } catch (IOException e) {
            if (response.isCommitted()) {
                BrokenOff.mark(request, e);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_GATEWAY);
            }
        }
        return null;
    }

    private static void copy(ClassicHttpResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.getCode());
        for (Iterator<Header> headers = answer.headerIterator(); headers.hasNext(); ) {
            var header = headers.next();
            if (HeaderRules.mayLeave(header.getName())) {
                response.addHeader(header.getName(), header.getValue());
            }
        }
        var entity = answer.getEntity();
        if (entity != null) {
            if (entity.getContentLength() >= 0) {
                response.setContentLengthLong(entity.getContentLength());
            }
            entity.writeTo(response.getOutputStream());
        } else if (request.getMethod().equals("HEAD")) {
            copyLength(answer, response);
        }
    }

    /** What GET would answer. */
    private static void copyLength(ClassicHttpResponse answer, HttpServletResponse response) {
        var length = answer.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            response.setHeader(HttpHeaders.CONTENT_LENGTH, length.getValue());
        }
    }
}
