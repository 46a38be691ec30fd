package io.controlcenter.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EarlierDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that were attached before all services kept them in one table. */
class MovedAttachmentsIT {

    @Test
    void they_are_there_as_they_were_in_the_order_in_which_they_came() {
        var db = EarlierDatabase.migrated("order", "20261130.1745", List.of("""
                insert into order_attachment (attachment_id, order_number, enterprise_id, account_id, name, media_type, size_bytes, content,
                  at, author, source)
                values ('a0000000-0000-0000-0000-000000000001', 'O-2', 'E-1', 'A-1', 'second.txt', 'text/plain', 6, 'second', '2026-03-01T10:00:00Z', 'Ann', 'CUSTOMER'),
                  ('a0000000-0000-0000-0000-000000000002', 'O-1', 'E-1', 'A-2', 'first.pdf', 'application/pdf', 5, 'first', '2026-02-01T10:00:00Z', 'Bob', 'PROVIDER')""", """
                insert into credit_document values ('a0000000-0000-0000-0000-000000000003', 'C-1', 'E-2', 'A-3', 'w-9.pdf', 'application/pdf', 3, encode(sha256('w-9'), 'hex'),
                  'w-9', '2026-02-02T10:00:00Z', 'Cid', 'CUSTOMER')"""));
        var moved = db.sql("""
                        select concat_ws(' ', attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type,
                          size_bytes, sha256 = encode(sha256(content), 'hex'), convert_from(content, 'UTF8'), scan, threat,
                          added_at at time zone 'UTC', added_by, source)
                        from attachment order by id""").query(String.class).list();
        assertThat(moved)
                .containsExactly(
                        "a0000000-0000-0000-0000-000000000001 order O-2 E-1 A-1 second.txt text/plain 6 t second PENDING 2026-03-01 10:00:00 Ann CUSTOMER",
                        "a0000000-0000-0000-0000-000000000002 order O-1 E-1 A-2 first.pdf application/pdf 5 t first PENDING 2026-02-01 10:00:00 Bob PROVIDER",
                        "a0000000-0000-0000-0000-000000000003 credit-application C-1 E-2 A-3 w-9.pdf application/pdf 3 t w-9 PENDING 2026-02-02 10:00:00 Cid CUSTOMER");
        assertThat(db.sql("select count(*) from pg_tables where tablename in ('order_attachment', 'credit_document')")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
