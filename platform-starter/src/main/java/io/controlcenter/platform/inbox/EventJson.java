package io.controlcenter.platform.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.controlcenter.platform.json.DecimalStrings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How event data is written and read. A producer writes every field, absent ones as null; a consumer ignores fields that
 * it does not know and fails on one that it needs and misses, instead of going on with null (decision of 2026-11-22).
 */
public final class EventJson {

    private final JsonMapper mapper = DecimalStrings.on(JsonMapper.builder())
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_ALWAYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public String write(Object data) {
        return mapper.writeValueAsString(data);
    }

    public <T> T read(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }
}
