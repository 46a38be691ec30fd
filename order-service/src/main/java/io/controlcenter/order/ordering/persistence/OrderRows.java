package io.controlcenter.order.ordering.persistence;

import org.springframework.data.repository.Repository;

/** Spring Data JDBC's part: the row of an order, guarded by its version. */
interface OrderRows extends Repository<OrderRow, String> {

    java.util.Optional<OrderRow> findById(String orderNumber);

    OrderRow save(OrderRow row);
}
