package io.controlcenter.platform.idempotency;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers to writes that carried an Idempotency-Key, kept for at least 24 hours of real time. */
class StoredAnswers {

    private final JdbcClient db;
    private final JsonMapper json;

    StoredAnswers(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Whose key, for which enterprise, on which path: the same key elsewhere is another one. */
    record Slot(String subject, String enterprise, String path, String key) {

        private Map<String, String> parameters() {
            return Map.of("subject", subject, "enterprise", enterprise, "path", path, "key", key);
        }
    }

    record Stored(String fingerprint, ResponseEntity<?> answer) {}

    /** Keeps others off this key until the transaction ends; false when somebody is at it. */
    boolean reserve(Slot slot) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended(:slot, 0))")
                .param("slot", String.join("\u001f", slot.subject(), slot.enterprise(), slot.path(), slot.key()))
                .query(Boolean.class)
                .single();
    }

    Optional<Stored> find(Slot slot) {
        return db.sql("""
                        select fingerprint, status, location, etag, body from idempotency_key
                        where subject = :subject and enterprise_id = :enterprise and path = :path and key = :key""")
                .params(slot.parameters())
                .query((row, _) -> new Stored(
                        row.getString("fingerprint"),
                        answer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getString("body"))))
                .optional();
    }

    private ResponseEntity<?> answer(
            int status, @Nullable String location, @Nullable String etag, @Nullable String body) {
        var response = ResponseEntity.status(status).header("Idempotent-Replayed", "true");
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response.body(body == null ? null : json.readValue(body, JsonNode.class));
    }

    void keep(Slot slot, String fingerprint, ResponseEntity<?> answer) {
        var headers = answer.getHeaders();
        db.sql("""
                        insert into idempotency_key
                          (subject, enterprise_id, path, key, fingerprint, status, location, etag, body)
                        values (:subject, :enterprise, :path, :key, :fingerprint, :status, :location, :etag, :body)""")
                .params(slot.parameters())
                .param("fingerprint", fingerprint)
                .param("status", answer.getStatusCode().value())
                .param("location", headers.getFirst(HttpHeaders.LOCATION))
                .param("etag", headers.getFirst(HttpHeaders.ETAG))
                .param("body", answer.getBody() == null ? null : json.writeValueAsString(answer.getBody()))
                .update();
    }

    int forgetOld() {
        return db.sql("delete from idempotency_key where created_at < now() - interval '48 hours'")
                .update();
    }
}
