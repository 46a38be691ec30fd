package io.controlcenter.deploy.http;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(body.isEmpty() ? "null" : body);
    }

    /** The text at a JSON pointer; empty when there is none. */
    public String text(String pointer) {
        return json().at(pointer).asString("");
    }

    /** Itself, when it has this status. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("expected %d, got %d: %s".formatted(wanted, status, body));
        }
        return this;
    }
}
