package io.controlcenter.billing.payments.persistence;

import io.controlcenter.billing.payments.application.LockboxFiles;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Lockbox files by SQL; they concern all enterprises and are the provider's alone. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcLockboxFiles implements LockboxFiles {

    private final JdbcClient db;
    private final JsonMapper json;

    JdbcLockboxFiles(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public String nextId() {
        return "LB-"
                + db.sql("select nextval('lockbox_file_number')")
                        .query(Long.class)
                        .single();
    }

    @Override
    public Optional<String> findByDigest(String digest) {
        return db.sql("select file_id from lockbox_file where digest = :digest")
                .param("digest", digest)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    @Override
    public void add(LockboxFile file, String digest) {
        db.sql("""
                        insert into lockbox_file (file_id, digest, received_at, received_by, lines, posted, rejected, results)
                        values (:id, :digest, :at, :by, :lines, :posted, :rejected, cast(:results as jsonb))""")
                .param("id", file.fileId())
                .param("digest", digest)
                .param("at", file.receivedAt().atOffset(ZoneOffset.UTC))
                .param("by", file.receivedBy())
                .param("lines", file.lines().size())
                .param("posted", file.posted())
                .param("rejected", file.rejected())
                .param("results", json.writeValueAsString(file.lines()))
                .update();
    }

    @Override
    public Optional<LockboxFile> find(String fileId) {
        return db.sql("select * from lockbox_file where file_id = :id")
                .param("id", fileId)
                .query((row, _) -> new LockboxFile(
                        row.getString("file_id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("received_by"),
                        row.getInt("posted"),
                        row.getInt("rejected"),
                        List.of(json.readValue(row.getString("results"), LineResult[].class))))
                .optional();
    }
}
