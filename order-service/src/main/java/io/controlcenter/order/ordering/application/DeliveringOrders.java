package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.caremanagers.CareManagers;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Delivering;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Progress;
import io.controlcenter.order.ordering.domain.RequestedDate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a care manager reports of a delivery. */
@Service
@Transactional
public class DeliveringOrders {

    private final OrderDesk desk;
    private final OrderPrices prices;
    private final AcceptanceRules rules;
    private final Accounts accounts;
    private final Calendars calendars;
    private final CareManagers careManagers;
    private final OrderingSettings settings;
    private final Clock clock;

    DeliveringOrders(
            OrderDesk desk,
            OrderPrices prices,
            AcceptanceRules rules,
            Accounts accounts,
            Calendars calendars,
            CareManagers careManagers,
            OrderingSettings settings,
            Clock clock) {
        this.desk = desk;
        this.prices = prices;
        this.rules = rules;
        this.accounts = accounts;
        this.calendars = calendars;
        this.careManagers = careManagers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param date of CCD_SET the commit date, of FOC_RECEIVED the carrier's; of no meaning otherwise */
    public Decision report(
            String orderNumber,
            MilestoneCode code,
            @Nullable LocalDate date,
            @Nullable String note,
            LongConsumer expected,
            Person by) {
        return desk.decide(orderNumber, expected, by, order -> report(order, code, date, note));
    }

    private Outcome report(Order order, MilestoneCode code, @Nullable LocalDate date, @Nullable String note) {
        var now = clock.instant();
        return switch (code) {
            case CCD_SET -> order.delivering().commit(commitment(order.snapshot(), date), note, now);
            case FOC_RECEIVED -> order.delivering().confirmedByCarrier(date, note, now);
            case CONNECTION_NOTICE_SENT -> notice(order, note);
            default -> order.delivering().report(code, note, now);
        };
    }

    /** An expedite is priced by the date that is committed to: only an improvement costs. */
    private Delivering.Commitment commitment(OrderSnapshot order, @Nullable LocalDate date) {
        var due = clock.instant().plus(Duration.ofDays(settings.chargeResponseDays()));
        var requested = order.terms().requestedDate();
        if (date == null || requested == null || requested.kind() != RequestedDate.Kind.EXPEDITE) {
            return new Delivering.Commitment(date, List.of(), null, due);
        }
        var expedites = prices.expedites(order.openItems(), OrderPrices.submitted(order), date);
        return new Delivering.Commitment(
                date,
                OrderPrices.lines(expedites),
                OrderPrices.earliest(expedites).orElse(null),
                due);
    }

    private Outcome notice(Order order, @Nullable String note) {
        var before = order.snapshot();
        var now = clock.instant();
        var zone = accounts.zone(before.accountId());
        var today = LocalDate.ofInstant(now, zone);
        var window = rules.windowDays(before);
        var answerBy = calendars
                .standard()
                .plusBusinessDays(today, window)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        return order.delivering()
                .noticeConnection(asOfToday(before), new Progress.Notice(now, today, answerBy), note, now);
    }

    /** What identity says of the care manager now; whoever has left is known by what the order keeps. */
    private CareManager asOfToday(OrderSnapshot order) {
        var kept = order.careManager();
        if (kept == null) {
            return new CareManager("", "", null, null);
        }
        return careManagers
                .find(kept.userId())
                .map(CaringForOrders::careManager)
                .orElse(Objects.requireNonNull(kept));
    }

    public Decision passPointOfNoReturn(String orderNumber, String reason, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber, expected, by, order -> order.delivering().passPointOfNoReturn(reason, clock.instant()));
    }

    public Decision fail(String orderNumber, String itemId, String reason, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber, expected, by, order -> order.delivering().fail(itemId, reason, clock.instant()));
    }
}
