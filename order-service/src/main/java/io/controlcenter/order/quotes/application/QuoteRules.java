package io.controlcenter.order.quotes.application;

import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.QuoteItem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The business validation of a request that is sound in itself: can this be quoted at all, now? */
@Component
class QuoteRules {

    private final Catalogue catalogue;
    private final Inventory inventory;

    QuoteRules(Catalogue catalogue, Inventory inventory) {
        this.catalogue = catalogue;
        this.inventory = inventory;
    }

    /** What stands in the way, in words; empty when nothing does. */
    Optional<String> flaw(Quote quote) {
        var services = inventory.find(quote.items().stream()
                .map(QuoteItem::serviceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return quote.items().stream()
                .flatMap(item -> flaw(item, services, quote).stream())
                .findFirst();
    }

    private Optional<String> flaw(QuoteItem item, Map<String, InstalledService> services, Quote quote) {
        var service = item.serviceId() == null ? null : services.get(item.serviceId());
        if (service != null && service.state() != InstalledService.State.INSTALLED) {
            return Optional.of("%s: another order for %s is under way, or it is not installed any more."
                    .formatted(item.itemId(), service.serviceId()));
        }
        var wanted = quote.request().requestedCompletionDate();
        var product = catalogue.find(item.productCode()).orElse(null);
        if (item.action() != QuoteItem.Action.DELETE
                && (product == null || (wanted != null && !product.offeredOn(wanted)))) {
            return Optional.of(
                    "%s: %s is not offered any more on that date.".formatted(item.itemId(), item.productCode()));
        }
        return Optional.empty();
    }
}
