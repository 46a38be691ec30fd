package io.controlcenter.billing.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EarlierDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that were attached before all services kept them in one table. */
class MovedAttachmentsIT {

    @Test
    void they_are_there_as_they_were_in_the_order_in_which_they_came() {
        var db = EarlierDatabase.migrated("billing", "20261130.1745", List.of("""
                insert into billing_request_attachment (attachment_id, request_number, enterprise_id, account_id, file_name, media_type, size,
                  digest, content, added_at, added_by, source)
                values ('a0000000-0000-0000-0000-000000000001', 'R-1', 'E-1', 'A-1', 'contract.pdf', 'application/pdf', 8, encode(sha256('contract'), 'hex'),
                    'contract', '2026-03-01T10:00:00Z', 'Ann', 'CUSTOMER')"""));
        var moved = db.sql("""
                        select concat_ws(' ', attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type,
                          size_bytes, sha256 = encode(sha256(content), 'hex'), convert_from(content, 'UTF8'), scan, threat,
                          added_at at time zone 'UTC', added_by, source)
                        from attachment order by id""").query(String.class).list();
        assertThat(moved)
                .containsExactly(
                        "a0000000-0000-0000-0000-000000000001 billing-request R-1 E-1 A-1 contract.pdf application/pdf 8 t contract PENDING 2026-03-01 10:00:00 Ann CUSTOMER");
        assertThat(db.sql("select count(*) from pg_tables where tablename in ('billing_request_attachment')")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
