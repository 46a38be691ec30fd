package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.application.Letters;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A letter is stored as it was issued, in full; the table takes no updates. */
@Component
class JdbcLetters implements Letters {

    private final JdbcClient db;
    private final Sites sites;
    private final JsonMapper json;

    JdbcLetters(JdbcClient db, Sites sites, JsonMapper json) {
        this.db = db;
        this.sites = sites;
        this.json = json;
    }

    record Content(
            UUID documentId,
            int version,
            String orderNumber,
            Instant issuedAt,
            String accountId,
            @Nullable String externalId,
            CareManager customerCareManager,
            @Nullable Contact contact,
            @Nullable RequestedDate requestedDate,
            List<Line> items) {}

    record Line(
            String itemId,
            String action,
            String product,
            @Nullable String site,
            int termMonths,
            Money monthlyRecurring,
            Money nonRecurring) {}

    @Override
    public Letter issue(OrderSnapshot order, CareManager careManager, int version, Instant at) {
        var letter = new Letter(UUID.randomUUID(), version, at);
        var content = content(order, careManager, letter);
        db.sql("""
                        insert into acknowledgement_letter
                          (document_id, order_number, enterprise_id, account_id, letter_version, issued_at, content)
                        values (:id, :order, :enterprise, :account, :version, :at, cast(:content as jsonb))""")
                .param("id", letter.documentId())
                .param("order", order.orderNumber())
                .param("enterprise", order.enterpriseId())
                .param("account", order.accountId())
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(content))
                .update();
        return letter;
    }

    private Content content(OrderSnapshot order, CareManager careManager, Letter letter) {
        var siteIds = order.items().stream()
                .map(item -> item.siteId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var known = sites.find(siteIds);
        return new Content(
                letter.documentId(),
                letter.version(),
                order.orderNumber(),
                letter.issuedAt(),
                order.accountId(),
                order.terms().externalId(),
                careManager,
                order.terms().contact(),
                order.terms().requestedDate(),
                order.items().stream()
                        .map(item -> new Line(
                                item.itemId(),
                                item.action().name(),
                                item.product().name(),
                                location(known, item.siteId()),
                                item.term().months(),
                                item.monthlyRecurring(),
                                item.nonRecurring()))
                        .toList());
    }

    private static @Nullable String location(Map<String, Site> known, @Nullable String siteId) {
        var site = siteId == null ? null : known.get(siteId);
        return site == null ? null : site.name() + ", " + site.oneLine();
    }

    @Override
    public Optional<String> latest(String orderNumber) {
        return db.sql("""
                        select content from acknowledgement_letter where order_number = :order
                        order by letter_version desc limit 1""")
                .param("order", orderNumber)
                .query((row, _) -> row.getString(1))
                .optional();
    }
}
