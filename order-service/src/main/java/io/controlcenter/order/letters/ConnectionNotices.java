package io.controlcenter.order.letters;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.letters.OrderDocument.Kind;
import io.controlcenter.order.ordering.application.OrderJournal;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues the notice that the services are installed, tested and working, each time that it is sent. */
@Component
class ConnectionNotices implements OrderJournal {

    private final WritingDocuments writing;
    private final Documents documents;
    private final Accounts accounts;
    private final Clock clock;

    ConnectionNotices(WritingDocuments writing, Documents documents, Accounts accounts, Clock clock) {
        this.writing = writing;
        this.documents = documents;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        if (events.stream().anyMatch(ConnectionNotices::isSent)) {
            var version =
                    documents.all(Kind.CONNECTION_NOTICE, order.orderNumber()).size() + 1;
            writing.write(
                    Kind.CONNECTION_NOTICE, order, order.careManager(), version, clock.instant(), acceptBy(order));
        }
    }

    private static boolean isSent(OrderEvent event) {
        return event instanceof OrderEvent.MilestoneReached(var milestone)
                && milestone.code() == MilestoneCode.CONNECTION_NOTICE_SENT;
    }

    /** The last day on which an answer counts; the window ends with it. */
    private @Nullable LocalDate acceptBy(OrderSnapshot order) {
        var notice = order.progress().notice();
        return notice == null
                ? null
                : LocalDate.ofInstant(notice.answerBy().minusNanos(1), accounts.zone(order.accountId()));
    }
}
