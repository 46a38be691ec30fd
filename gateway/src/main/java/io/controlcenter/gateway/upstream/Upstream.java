package io.controlcenter.gateway.upstream;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One service, as the gateway reaches it: a bulkhead bounds how many requests wait for it, a breaker leaves it alone
 * while it fails, a time-out ends its silence. None of the three is shared, so that no service can slow another one.
 */
public final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private final String name;
    private final GatewaySettings.Service settings;
    private final HttpHost host;
    private final String basePath;
    private final RequestConfig patience;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    Upstream(
            String name,
            GatewaySettings.Service settings,
            HttpClient client,
            CircuitBreaker breaker,
            Bulkhead bulkhead) {
        this.name = name;
        this.settings = settings;
        this.host = HttpHost.create(settings.url());
        var path = settings.url().getRawPath();
        this.basePath = path == null || path.equals("/") ? "" : path;
        this.patience = RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.timeout()))
                .setConnectionRequestTimeout(Timeout.ofSeconds(1))
                .build();
        this.client = client;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    public String name() {
        return name;
    }

    public GatewaySettings.Service settings() {
        return settings;
    }

    /** The path of a request to this service, below its base address. */
    public String path(String path) {
        return basePath.isEmpty() ? path : basePath + path;
    }

    /** Asks, under breaker and bulkhead. */
    public Reply send(ClassicHttpRequest request) throws RequestBody.Unreadable {
        if (!bulkhead.tryAcquirePermission()) {
            return new Reply.Refused(Reply.Reason.FULL);
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.onComplete();
            return new Reply.Refused(Reply.Reason.RESTING);
        }
        var began = breaker.getCurrentTimestamp();
        boolean answered = false;
        try {
            var response = execute(request, patience);
            answered = true;
            count(response.getCode(), breaker.getCurrentTimestamp() - began);
            return new Reply.Answered(response, bulkhead::onComplete);
        } catch (RequestBody.Unreadable e) {
            breaker.releasePermission();
            throw e;
        } catch (IOException e) {
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), e);
            LOG.warn("{} does not answer: {}", name, e.toString());
            return new Reply.Refused(isSlow(e) ? Reply.Reason.SLOW : Reply.Reason.DOWN);
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), e);
            throw e;
        } finally {
            if (!answered) {
                bulkhead.onComplete();
            }
        }
    }

    /** A look at how the service is, past breaker and bulkhead, with little patience. */
    public ClassicHttpResponse look(ClassicHttpRequest request, Timeout patience) throws IOException {
        return execute(
                request,
                RequestConfig.copy(this.patience).setResponseTimeout(patience).build());
    }

    /** Once more when the connection broke, if asking twice is the same as asking once. */
    private ClassicHttpResponse execute(ClassicHttpRequest request, RequestConfig config) throws IOException {
        try {
            return open(request, config);
        } catch (SocketException | NoHttpResponseException e) {
            if (!isRepeatable(request)) {
                throw e;
            }
            return open(request, config);
        }
    }

    private ClassicHttpResponse open(ClassicHttpRequest request, RequestConfig config) throws IOException {
        var context = HttpClientContext.create();
        context.setRequestConfig(config);
        return client.executeOpen(host, request, context);
    }

    private static boolean isRepeatable(ClassicHttpRequest request) {
        var method = request.getMethod();
        return request.getEntity() == null && (method.equals("GET") || method.equals("HEAD"));
    }

    private static boolean isSlow(IOException e) {
        return e instanceof SocketTimeoutException && !(e instanceof ConnectTimeoutException);
    }

    /** A 500 is one request's trouble; these three are the service's. */
    private void count(int status, long took) {
        TimeUnit unit = breaker.getTimestampUnit();
        if (status == 502 || status == 503 || status == 504) {
            breaker.onError(took, unit, new IOException(name + " answered " + status));
        } else {
            breaker.onSuccess(took, unit);
        }
    }

    /** {@code CLOSED} when all is well. */
    public String breakerState() {
        return breaker.getState().name();
    }
}
