package io.controlcenter.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** Reads what services say of themselves: health, metrics, API documents. */
@Component
public class Looks {

    private static final Timeout PATIENCE = Timeout.ofSeconds(2);
    private static final int MOST = 8 * 1024 * 1024;

    /** What a service answered; its status may be a bad one. */
    public record Answer(int status, String body) {}

    /** Empty when the service cannot be reached or does not answer in time. */
    public Optional<Answer> at(Upstream service, String path) {
        return at(service, path, PATIENCE);
    }

    /** With more patience, for what a service has to work out first. */
    public Optional<Answer> at(Upstream service, String path, Timeout patience) {
        var request = new BasicClassicHttpRequest("GET", service.path(path));
        request.setHeader("Accept", "application/json, text/plain, */*;q=0.1");
        try (var response = service.look(request, patience)) {
            var body = EntityUtils.toString(response.getEntity(), UTF_8, MOST);
            return Optional.of(new Answer(response.getCode(), body == null ? "" : body));
        } catch (IOException | ParseException _) {
            return Optional.empty();
        }
    }
}
