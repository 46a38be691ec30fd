package io.controlcenter.repair.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EarlierDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that were attached before all services kept them in one table. */
class MovedAttachmentsIT {

    @Test
    void they_are_there_as_they_were_in_the_order_in_which_they_came() {
        var db = EarlierDatabase.migrated("repair", "20261130.1745", List.of("""
                insert into ticket_attachment (attachment_id, ticket_number, enterprise_id, account_id, name, media_type, size_bytes, sha256,
                  content, scan, threat, added_at, added_by_id, added_by_name, source)
                values ('a0000000-0000-0000-0000-000000000001', 'T-1', 'E-1', 'A-1', 'bad.txt', 'text/plain', 3, encode(sha256('bad'), 'hex'), 'bad', 'QUARANTINED',
                    'Eicar', '2026-03-01T10:00:00Z', 'u1', 'Ann', 'CUSTOMER'),
                  ('a0000000-0000-0000-0000-000000000002', 'T-1', 'E-1', 'A-1', 'good.txt', 'text/plain', 4, encode(sha256('good'), 'hex'), 'good', 'CLEAN',
                    null, '2026-03-01T11:00:00Z', 'u2', 'Bob', 'PROVIDER')"""));
        var moved = db.sql("""
                        select concat_ws(' ', attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type,
                          size_bytes, sha256 = encode(sha256(content), 'hex'), convert_from(content, 'UTF8'), scan, threat,
                          added_at at time zone 'UTC', added_by, source)
                        from attachment order by id""").query(String.class).list();
        assertThat(moved)
                .containsExactly(
                        "a0000000-0000-0000-0000-000000000001 ticket T-1 E-1 A-1 bad.txt text/plain 3 t bad QUARANTINED Eicar 2026-03-01 10:00:00 Ann CUSTOMER",
                        "a0000000-0000-0000-0000-000000000002 ticket T-1 E-1 A-1 good.txt text/plain 4 t good CLEAN 2026-03-01 11:00:00 Bob PROVIDER");
        assertThat(db.sql("select count(*) from pg_tables where tablename in ('ticket_attachment')")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
