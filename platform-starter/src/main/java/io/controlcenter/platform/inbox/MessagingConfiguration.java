package io.controlcenter.platform.inbox;

import io.controlcenter.platform.PlatformSettings;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.observability.TraceContext;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxMetrics;
import io.controlcenter.platform.outbox.OutboxRelay;
import io.controlcenter.platform.problem.DatabaseTrouble;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.work.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Events out and in, for an application with a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@Import(DeadLetterController.class)
public class MessagingConfiguration {

    private static final String DEAD_LETTERS = "-dlt";

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObservationRegistry observations) {
        return new TraceContext(tracer.getIfAvailable(), observations);
    }

    @Bean
    AuditTrail auditTrail(JdbcClient db, JsonMapper json, Clock clock) {
        return new AuditTrail(db, json, clock);
    }

    /** The service's own role deletes nothing of the audit; the function does, and only what is old enough. */
    @Bean
    DueWork forgottenAudit(JdbcClient db, TransactionTemplate transaction) {
        return DueWork.housekeeping(
                "forget-old-audit",
                () -> transaction.executeWithoutResult(_ -> db.sql("select forget_old_audit(10000)")
                        .query(Long.class)
                        .single()));
    }

    @Bean
    Outbox outbox(JdbcClient db, EventJson json, Clock clock, TraceContext traces) {
        return new Outbox(db, json, clock, traces);
    }

    @Bean
    OutboxRelay outboxRelay(
            DataSource dataSource,
            ProducerFactory<String, String> producers,
            PlatformSettings settings,
            MeterRegistry meters) {
        var source = "/control-center/" + settings.context();
        return new OutboxRelay(dataSource, producers, source, settings.outboxPoll(), meters);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient db) {
        return new OutboxMetrics(db);
    }

    @Bean
    static EventHandlers eventHandlers() {
        return new EventHandlers();
    }

    @Bean
    Inbox inbox(
            EventHandlers handlers,
            EventJson json,
            JdbcClient db,
            ScopedTransactionManager transactions,
            TraceContext traces) {
        return new Inbox(handlers, json, db, transactions, traces);
    }

    @Bean
    DeadLetters deadLetters(
            JdbcClient db, TransactionTemplate transaction, @Value("${spring.kafka.consumer.group-id}") String group) {
        return new DeadLetters(db, transaction, group);
    }

    /**
     * A database that is away passes, so the event waits for it, however long. Everything else gets four tries and then
     * goes to the dead letters, so that the partition moves on; what cannot be read at all goes there at once.
     */
    @Bean
    DefaultErrorHandler eventErrorHandler(KafkaTemplate<String, String> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (record, _) -> new TopicPartition(record.topic() + DEAD_LETTERS, -1));
        var handler = new DefaultErrorHandler(recoverer, poisonous());
        handler.setBackOffFunction((_, ex) -> DatabaseTrouble.isPassing(ex) ? patient() : poisonous());
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        handler.setCommitRecovered(true);
        return handler;
    }

    private static BackOff patient() {
        var backOff = new ExponentialBackOff(250, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }

    private static BackOff poisonous() {
        var backOff = new ExponentialBackOffWithMaxRetries(3);
        backOff.setInitialInterval(200);
        backOff.setMultiplier(4);
        return backOff;
    }

    @Bean
    Listening eventListening(
            EventHandlers handlers,
            ObjectProvider<Inbox> inbox,
            ObjectProvider<DeadLetters> letters,
            ConsumerFactory<String, String> consumers,
            DefaultErrorHandler errors,
            KafkaAdmin admin,
            PlatformSettings settings) {
        return new Listening(handlers, inbox, letters, consumers, errors, admin, settings.context());
    }

    /** Remembered longer than any topic keeps its records, so that a replay from the start finds all it has handled. */
    @Bean
    DueWork forgottenInboxEvents(JdbcClient db, TransactionTemplate transaction) {
        var old = "delete from inbox_event where handled_at < now() - interval '90 days'";
        return DueWork.housekeeping(
                "forget-inbox-events",
                () -> transaction.executeWithoutResult(_ -> db.sql(old).update()));
    }
}
