package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.Decision;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.platform.web.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An order as an answer: with its version, or the reason why not. */
@Component
class Answers {

    private final OrderViewMapper views;

    Answers(OrderViewMapper views) {
        this.views = views;
    }

    ResponseEntity<OrderView> of(Decision decision) {
        return of(OrderProblems.require(decision));
    }

    ResponseEntity<OrderView> of(OrderSnapshot order) {
        return ResponseEntity.ok().eTag(IfMatch.tag(order.version())).body(view(order));
    }

    OrderView view(OrderSnapshot order) {
        return views.view(order);
    }
}
