package io.controlcenter.order.ordering.domain;

import io.controlcenter.order.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Orders in every state, brought there the way a real one gets there. */
final class OrderFixture {

    static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    static final LocalDate FIRM = LocalDate.parse("2026-06-20");
    static final Person CUSTOMER = new Person("u-1", "Ada Buyer", Person.Side.CUSTOMER);
    static final CareManager CCM = new CareManager("ccm-1", "Carla Care", "+1 555 0100", "ccm@provider.example");
    static final Contact CONTACT = new Contact("Ada Buyer", "ada@acme.example", null);

    private static final AtomicInteger SERVICES = new AtomicInteger();

    private OrderFixture() {}

    static Order draft() {
        return draft(new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM), CONTACT, "SITE-1");
    }

    static Order draft(@Nullable RequestedDate date, @Nullable Contact contact, @Nullable String siteId) {
        return Order.of(new OrderSnapshot(
                "O-1",
                "ENT-1",
                "A-1",
                OrderState.DRAFT,
                new Terms(null, date, null, contact),
                List.of(item("1", "SITE-0"), item("2", siteId)),
                List.of(),
                null,
                null,
                null,
                NOW,
                CUSTOMER,
                null,
                null,
                0));
    }

    private static OrderItem item(String id, @Nullable String siteId) {
        return new OrderItem(
                id,
                OrderItem.Action.ADD,
                new OrderItem.Product("ETHERNET_1G", "Ethernet 1G", "1 Gbit/s"),
                siteId,
                36,
                new Money(new BigDecimal("1000.00"), "USD"),
                new Money(new BigDecimal("750.00"), "USD"),
                OrderItem.State.PENDING,
                null,
                null,
                null);
    }

    static String serviceId() {
        return "S-" + SERVICES.incrementAndGet();
    }

    static Letter letter(int version) {
        return new Letter(new UUID(0, version), version, NOW);
    }

    static OrderItem.Delivery deliver(OrderItem item, LocalDate commencement) {
        return new OrderItem.Delivery("ET-" + item.itemId(), commencement);
    }

    static Order in(OrderState state) {
        var order = draft();
        if (state == OrderState.DRAFT) {
            return order;
        }
        if (state == OrderState.REJECTED) {
            return rejected();
        }
        order.confirmRequirements(NOW);
        order.submit(CUSTOMER, NOW);
        if (state.compareTo(OrderState.ACKNOWLEDGED) >= 0) {
            order.assign(CCM, OrderFixture::serviceId, OrderFixture::letter, NOW);
        }
        if (state.compareTo(OrderState.IN_PROGRESS) >= 0) {
            order.report(MilestoneCode.CCD_SET, FIRM, null, NOW);
        }
        if (state.compareTo(OrderState.AWAITING_ACCEPTANCE) >= 0) {
            reach(
                    order,
                    MilestoneCode.DESIGN_COMPLETE,
                    MilestoneCode.INSTALL_COMPLETE,
                    MilestoneCode.TEST_AND_TURN_UP_PASSED,
                    MilestoneCode.CONNECTION_NOTICE_SENT);
        }
        if (state == OrderState.COMPLETED) {
            order.accept(FIRM, OrderFixture::deliver, NOW);
        }
        if (order.snapshot().state() != state) {
            throw new IllegalStateException("The fixture does not reach " + state);
        }
        return order;
    }

    private static Order rejected() {
        var draft = draft().snapshot();
        return Order.of(new OrderSnapshot(
                "O-1",
                "ENT-1",
                "A-1",
                OrderState.REJECTED,
                draft.terms(),
                draft.items(),
                List.of(),
                NOW,
                null,
                null,
                NOW,
                CUSTOMER,
                new Submittal(NOW, CUSTOMER),
                null,
                1));
    }

    static void reach(Order order, MilestoneCode... codes) {
        for (var code : codes) {
            if (order.report(code, null, null, NOW) instanceof Outcome.Refused(var why)) {
                throw new IllegalStateException(code + ": " + why);
            }
        }
    }
}
