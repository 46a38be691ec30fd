package io.controlcenter.maintenance.changes.messaging;

import io.controlcenter.maintenance.changes.domain.NoticeKind;
import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The events of {@code maintenance.gcr.v1} are those of the committed schemas. */
class GcrContractsTest {

    @ParameterizedTest
    @EnumSource
    void every_published_type_has_its_schema_and_example(NoticeKind kind) {
        EventContracts.assertPublished(kind.eventType(), GcrMessages.Notice.class);
    }
}
