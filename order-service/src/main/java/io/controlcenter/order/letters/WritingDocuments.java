package io.controlcenter.order.letters;

import io.controlcenter.order.accounts.Account;
import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.letters.OrderDocument.Kind;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts down what a document says, for ever: also what other tables and the configuration say today. */
@Component
@EnableConfigurationProperties(LetterheadSettings.class)
class WritingDocuments {

    private final Documents documents;
    private final Accounts accounts;
    private final Sites sites;
    private final LetterheadSettings letterhead;

    WritingDocuments(Documents documents, Accounts accounts, Sites sites, LetterheadSettings letterhead) {
        this.documents = documents;
        this.accounts = accounts;
        this.sites = sites;
        this.letterhead = letterhead;
    }

    OrderDocument write(
            Kind kind,
            OrderSnapshot order,
            @Nullable CareManager careManager,
            int version,
            Instant at,
            @Nullable LocalDate acceptBy) {
        var account = accounts.find(order.accountId());
        var known = sites.find(order.openItems().stream()
                .map(OrderItem::siteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var document = new OrderDocument(
                UUID.randomUUID(),
                version,
                order.orderNumber(),
                at,
                account.map(Account::zone).orElse(null),
                order.accountId(),
                account.map(Account::name).orElse(null),
                order.terms().externalId(),
                letterhead,
                careManager,
                order.terms().contact(),
                order.terms().requestedDate(),
                order.terms().customerCommitDate(),
                acceptBy,
                order.openItems().stream().map(item -> line(item, known)).toList(),
                total(order, OrderItem::monthlyRecurring),
                total(order, OrderItem::nonRecurring));
        documents.add(kind, order, document);
        return document;
    }

    private static OrderDocument.Line line(OrderItem item, Map<String, Site> known) {
        var site = item.siteId() == null ? null : known.get(item.siteId());
        return new OrderDocument.Line(
                item.itemId(),
                item.action().name(),
                item.product().name(),
                site == null ? null : site.name() + ", " + site.oneLine(),
                item.term().months(),
                item.serviceId(),
                item.monthlyRecurring(),
                item.nonRecurring(),
                item.fulfilment().requestedDate(),
                item.fulfilment().expectedCompletionDate());
    }

    private static Money total(OrderSnapshot order, Function<OrderItem, Money> price) {
        var currency = order.items().getFirst().monthlyRecurring().currency();
        return order.openItems().stream().map(price).reduce(Money.zero(currency), Money::plus);
    }
}
