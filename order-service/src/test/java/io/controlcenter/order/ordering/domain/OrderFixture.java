package io.controlcenter.order.ordering.domain;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders in every state, brought there the way a real one gets there. */
final class OrderFixture {

    static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    static final Instant DUE = NOW.plus(Duration.ofDays(10));
    static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    static final LocalDate FIRM = LocalDate.parse("2026-06-20");
    static final Person CUSTOMER = new Person("u-1", "Ada Buyer", Person.Side.CUSTOMER);
    static final Person STAFF = new Person("ccm-1", "Carla Care", Person.Side.PROVIDER);
    static final CareManager CCM = new CareManager("ccm-1", "Carla Care", "+1 555 0100", "ccm@provider.example");
    static final Contact CONTACT = new Contact("Ada Buyer", "ada@acme.example", null);
    static final Money FEE = new Money(new BigDecimal("600.00"), "USD");
    static final ChangeRequest.Price FIFTY = new ChangeRequest.Price(
            List.of(NewCharge.Line.once("Change of date", new Money(new BigDecimal("50.00"), "USD"))), false, null);

    static final DateChanging.Limits LIMITS = new DateChanging.Limits(FIRM.plusDays(60), FIRM.minusDays(7), false);

    private static final AtomicInteger SERVICES = new AtomicInteger();

    private OrderFixture() {}

    static Order draft() {
        return draft(new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM), CONTACT, "SITE-1");
    }

    static Order draft(@Nullable RequestedDate date, @Nullable Contact contact, @Nullable String siteId) {
        return draft(date, contact, List.of(item("1", "SITE-0"), item("2", siteId)));
    }

    static Order draft(@Nullable RequestedDate date, @Nullable Contact contact, List<OrderItem> items) {
        return Order.of(new OrderSnapshot(
                "O-1",
                "ENT-1",
                "A-1",
                null,
                OrderState.DRAFT,
                new Terms(null, date, null, null, contact),
                items,
                List.of(),
                null,
                null,
                null,
                NOW,
                CUSTOMER,
                null,
                null,
                Progress.NONE,
                List.of(),
                List.of(),
                0));
    }

    static Order disconnect(String... itemIds) {
        var items = Stream.of(itemIds).map(OrderFixture::ending).toList();
        var order = draft(new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM), CONTACT, items);
        submit(order);
        return acknowledge(order);
    }

    private static OrderItem ending(String id) {
        var item = item(id, "SITE-0");
        return new OrderItem(
                id,
                OrderItem.Action.DELETE,
                item.product(),
                "SITE-0",
                item.term(),
                item.monthlyRecurring(),
                item.nonRecurring(),
                item.contacts(),
                item.fulfilment(),
                "S-9" + id,
                null);
    }

    static OrderItem item(String id, @Nullable String siteId) {
        return new OrderItem(
                id,
                OrderItem.Action.ADD,
                new OrderItem.Product("ETHERNET_1G", "Ethernet 1G", "1 Gbit/s"),
                siteId,
                new OrderItem.Term(36, EndOfTerm.ROLL),
                new Money(new BigDecimal("1000.00"), "USD"),
                new Money(new BigDecimal("750.00"), "USD"),
                OrderItem.Contacts.NONE,
                OrderItem.Fulfilment.DRAFT,
                null,
                null);
    }

    static List<String> serviceIds(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> "S-" + SERVICES.incrementAndGet())
                .toList();
    }

    static Letter letter(int version) {
        return new Letter(new UUID(0, version), version, NOW);
    }

    static OrderItem.Delivery deliver(OrderItem item, LocalDate commencement) {
        return new OrderItem.Delivery("ET-" + item.itemId(), commencement);
    }

    /** The outcome, which has to be that it was done. */
    static List<OrderEvent> done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var events)) {
            return events;
        }
        throw new IllegalStateException(outcome.toString());
    }

    static Refusal refused(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var why)) {
            return why;
        }
        throw new IllegalStateException(outcome.toString());
    }

    static void submit(Order order) {
        done(order.placement().confirmRequirements(NOW));
        done(order.placement().submit(CUSTOMER, NOW));
    }

    static Order acknowledge(Order order) {
        done(order.placement().assign(CCM, OrderFixture::letter, NOW));
        done(acknowledge(order, Placement.Credit.NOT_NEEDED));
        return order;
    }

    static Outcome acknowledge(Order order, Placement.Credit credit) {
        return order.placement()
                .acknowledge(credit, OrderFixture::serviceIds, OrderFixture::letter, FIRM.plusDays(11), NOW);
    }

    static Outcome commit(Order order, LocalDate date) {
        return order.delivering().commit(new Delivering.Commitment(date, List.of(), null, DUE), null, NOW);
    }

    static Outcome notice(Order order) {
        return order.delivering()
                .noticeConnection(CCM, new Progress.Notice(NOW, TODAY, NOW.plus(Duration.ofDays(7))), null, NOW);
    }

    static NewCharge construction(@Nullable String itemId, boolean blocking) {
        return new NewCharge(
                itemId,
                Charge.Cause.CONSTRUCTION,
                List.of(
                        new NewCharge.Line(Charge.PriceType.NON_RECURRING, "Trench", FEE, blocking, false),
                        new NewCharge.Line(Charge.PriceType.RECURRING, "Duct", FEE, false, false)),
                DUE,
                null);
    }

    static Outcome answer(Order order, String chargeId, boolean accepted) {
        return order.charging().answer(chargeId, answers(order, chargeId, accepted), CUSTOMER, TODAY, NOW);
    }

    static Map<String, Boolean> answers(Order order, String chargeId, boolean accepted) {
        var answers = new HashMap<String, Boolean>();
        charge(order, chargeId).items().forEach(line -> answers.put(line.chargeItemId(), accepted));
        return answers;
    }

    static Charge charge(Order order, String chargeId) {
        return order.snapshot().charges().stream()
                .filter(charge -> charge.chargeId().equals(chargeId))
                .findAny()
                .orElseThrow();
    }

    static Outcome askDate(Order order, LocalDate date, ChangeRequest.Price price) {
        return askDate(order, null, date, price);
    }

    static Outcome askDate(Order order, @Nullable String itemId, LocalDate date, ChangeRequest.Price price) {
        var wish = wish(itemId, new RequestedDate(RequestedDate.Kind.FIRM_DATE, date), "The site is late");
        return order.dateChanging().ask(wish, price, LIMITS, TODAY);
    }

    static Outcome cancel(Order order, @Nullable String itemId, ChangeRequest.Price price) {
        return order.cancelling().ask(wish(itemId, null, "We moved"), price);
    }

    static ChangeRequest.Wish wish(@Nullable String itemId, @Nullable RequestedDate date, String reason) {
        return new ChangeRequest.Wish(itemId, date, reason, CUSTOMER, NOW);
    }

    static Order in(OrderState state) {
        var order = draft();
        if (state == OrderState.DRAFT) {
            return order;
        }
        submit(order);
        if (state == OrderState.REJECTED) {
            done(order.placement()
                    .reject(List.of(new Progress.TerminationError("/items/0/siteId", "noFibre", "No fibre.")), NOW));
        }
        if (state == OrderState.SUBMITTED || state == OrderState.REJECTED) {
            return order;
        }
        acknowledge(order);
        if (state != OrderState.ACKNOWLEDGED) {
            done(commit(order, FIRM));
            advance(order, state);
        }
        if (order.snapshot().state() != state) {
            throw new IllegalStateException("The fixture does not reach " + state);
        }
        return order;
    }

    private static void advance(Order order, OrderState state) {
        switch (state) {
            case HELD -> done(order.charging().raise(construction(null, true), NOW));
            case PENDING -> done(askDate(order, FIRM.plusDays(10), FIFTY));
            case ASSESSING_CANCELLATION -> done(cancel(order, null, FIFTY));
            case PENDING_CANCELLATION, CANCELLED -> {
                done(cancel(order, null, ChangeRequest.Price.FREE));
                done(order.cancelling().agree(DUE, null, STAFF, NOW));
                if (state == OrderState.CANCELLED) {
                    done(order.cancelling().finish(NOW));
                }
            }
            case AWAITING_ACCEPTANCE, COMPLETED -> {
                handOver(order);
                if (state == OrderState.COMPLETED) {
                    done(order.acceptance().accept(FIRM, OrderFixture::deliver, NOW));
                }
            }
            case PARTIAL -> {
                done(order.delivering().fail("1", "No duct", NOW));
                handOver(order);
                done(order.acceptance().accept(FIRM, OrderFixture::deliver, NOW));
            }
            case FAILED -> {
                done(order.delivering().fail("1", "No duct", NOW));
                done(order.delivering().fail("2", "No duct", NOW));
            }
            case DRAFT, SUBMITTED, REJECTED, ACKNOWLEDGED, IN_PROGRESS -> {}
        }
    }

    static void handOver(Order order) {
        reach(
                order,
                MilestoneCode.DESIGN_COMPLETE,
                MilestoneCode.INSTALL_COMPLETE,
                MilestoneCode.TEST_AND_TURN_UP_PASSED);
        done(notice(order));
    }

    static void reach(Order order, MilestoneCode... codes) {
        for (var code : codes) {
            done(order.delivering().report(code, null, NOW));
        }
    }
}
