package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.work.DueWorkRunner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit is kept for two years here: nobody shortens that, and nothing is kept for longer. */
@SampleTest
class AuditRetentionIT {

    @Autowired
    private DueWorkRunner runner;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private void write(String subject, String age) {
        transaction.executeWithoutResult(
                _ -> db.sql("""
                        insert into audit_entry (at, enterprise_id, actor_id, actor_name, actor_kind, action,
                          subject_type, subject_id, correlation_id)
                        values (now() - cast(:age as interval), 'E-OLD', 'u', 'U', 'SYSTEM', 'memo.written', :age, :subject, 'c')""").param("age", age).param("subject", subject).update());
    }

    private List<String> kept(String subject) {
        return TenantScope.call(
                TenantScope.of("E-OLD"),
                () -> transaction.execute(
                        _ -> db.sql("select subject_type from audit_entry where subject_id = :subject order by id")
                                .param("subject", subject)
                                .query(String.class)
                                .list()));
    }

    @Test
    void what_is_older_than_two_years_is_forgotten_and_nothing_younger() {
        for (var age : List.of("3 years", "2 years 1 minute", "2 years -1 minute", "1 minute", "-1 year")) {
            write("m-1", age);
        }
        runner.runAll();
        assertThat(kept("m-1")).containsExactly("2 years -1 minute", "1 minute", "-1 year");
    }

    @Test
    void whoever_calls_the_function_deletes_nothing_young() {
        write("m-2", "1 year");
        var deleted = TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(_ -> db.sql("select forget_old_audit(2147483647)")
                        .query(Long.class)
                        .single()));
        assertThat(deleted).isNotNull();
        assertThat(kept("m-2")).containsExactly("1 year");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_entry",
                "update audit_entry set at = at - interval '9 years'",
                "update audit_retention set kept_for = interval '1 second'",
                "delete from audit_retention",
                "insert into audit_retention (only_one, kept_for) values (true, interval '1 second')",
                "create or replace function forget_old_audit(at_most int) returns bigint language sql as 'select 1::bigint'",
                "truncate audit_entry",
            })
    void nothing_lets_the_service_end_the_audit_earlier(String statement) {
        assertThatThrownBy(() -> TenantScope.run(
                        TenantScope.ALL,
                        () -> transaction.executeWithoutResult(
                                _ -> db.sql(statement).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_written_now_stays() {
        transaction.executeWithoutResult(_ -> audit.record("E-OLD", "memo.written", "memo", "m-3", null, null));
        runner.runAll();
        assertThat(kept("m-3")).containsExactly("memo");
    }
}
