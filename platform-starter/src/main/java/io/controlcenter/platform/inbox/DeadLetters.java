package io.controlcenter.platform.inbox;

import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dead letters of this service, in a table, where an operator can look at them and have them handled again. They
 * come from the {@code -dlt} topics, to which the error handler publishes after its last try; topics are shared by
 * services, so each keeps only those that its own group gave up.
 */
public class DeadLetters implements BatchMessageListener<String, String> {

    private static final Listing LIST = Listing.of("d.*", "dead_letter d")
            .text("topic", "d.topic")
            .text("type", "d.type")
            .choice("state", "d.state", DeadLetter.State.class)
            .instant("failedAt", "d.failed_at")
            .order("-failedAt", "d.id");

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final String group;
    private final JsonMapper json = JsonMapper.shared();

    public DeadLetters(JdbcClient db, TransactionTemplate transaction, String group) {
        this.db = db;
        this.transaction = transaction;
        this.group = group;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        transaction.executeWithoutResult(_ -> records.stream()
                .filter(record -> Event.header(record, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP)
                        .filter(group::equals)
                        .isPresent())
                .forEach(this::keep));
    }

    private void keep(ConsumerRecord<String, String> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> {
            if (!header.key().startsWith("kafka_")) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        db.sql("""
                        insert into dead_letter (topic, source_partition, source_offset, key, type, headers, payload,
                          reason)
                        values (:topic, :partition, :offset, :key, :type, cast(:headers as jsonb), :payload,
                          :reason) on conflict do nothing""")
                .param(
                        "partition",
                        number(record, KafkaHeaders.DLT_ORIGINAL_PARTITION).getInt())
                .param(
                        "offset",
                        number(record, KafkaHeaders.DLT_ORIGINAL_OFFSET).getLong())
                .param("topic", record.topic().replaceFirst("-dlt$", ""))
                .param("key", record.key())
                .param("type", headers.get("ce_type"))
                .param("headers", json.writeValueAsString(headers))
                .param("payload", record.value())
                .param(
                        "reason",
                        Event.header(record, KafkaHeaders.DLT_EXCEPTION_MESSAGE).orElse("unknown"))
                .update();
    }

    private static ByteBuffer number(ConsumerRecord<String, String> record, String header) {
        return ByteBuffer.wrap(record.headers().lastHeader(header).value());
    }

    Page<DeadLetter> list(ListRequest request) {
        return LIST.page(db, request, "true", Map.of(), (row, _) -> deadLetter(row));
    }

    Optional<DeadLetter> find(long id) {
        return db.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query((row, _) -> deadLetter(row))
                .optional();
    }

    /** The event as it first arrived, for another try. */
    ConsumerRecord<String, String> record(long id) {
        return db.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query((row, _) -> {
                    var letter = deadLetter(row);
                    var record = new ConsumerRecord<String, String>(
                            letter.topic(), letter.partition(), letter.offset(), letter.key(), letter.payload());
                    json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {})
                            .forEach((name, value) ->
                                    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                    return record;
                })
                .single();
    }

    void mark(long id, DeadLetter.State state) {
        db.sql("update dead_letter set state = :state where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    private static DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("source_partition"),
                row.getLong("source_offset"),
                row.getString("key"),
                row.getString("type"),
                row.getString("reason"),
                DeadLetter.State.valueOf(row.getString("state")),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }
}
