package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.attachments.Attachment;
import io.controlcenter.platform.attachments.Attachment.Holder;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.CheckedFile;
import io.controlcenter.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attaches documents to orders, in whatever state these are. */
@Service
@Transactional
public class AttachingDocuments {

    private static final String KIND = "order";
    private final OrderDesk desk;
    private final ReadingOrders orders;
    private final Attachments attachments;

    AttachingDocuments(OrderDesk desk, ReadingOrders orders, Attachments attachments) {
        this.desk = desk;
        this.orders = orders;
        this.attachments = attachments;
    }

    public Attachment attach(String orderNumber, CheckedFile file, Person by) {
        var decision = desk.decide(orderNumber, by, _ -> Outcome.done(new OrderEvent.AttachmentAdded(file.name())));
        if (!(decision instanceof Decision.Made(var order))) {
            throw new IllegalStateException("Attaching is never refused by an order");
        }
        return attachments.add(new Holder(KIND, orderNumber, order.enterpriseId(), order.accountId()), file);
    }

    public List<Attachment> list(String orderNumber) {
        requireVisible(orderNumber);
        return attachments.list(KIND, orderNumber);
    }

    public ResponseEntity<byte[]> download(String orderNumber, UUID attachmentId) {
        requireVisible(orderNumber);
        return attachments.download(KIND, orderNumber, attachmentId);
    }

    /** @throws Problem 404 for an order that is not there, or not for this caller */
    public void requireVisible(String orderNumber) {
        if (orders.find(orderNumber).isEmpty()) {
            throw Problem.notFound("The order " + orderNumber);
        }
    }
}
