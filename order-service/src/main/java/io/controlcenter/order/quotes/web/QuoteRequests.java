package io.controlcenter.order.quotes.web;

import io.controlcenter.order.accounts.Account;
import io.controlcenter.order.catalogue.Availability;
import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.catalogue.ProductOffering;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.quotes.domain.QuoteItem;
import io.controlcenter.order.quotes.domain.QuoteItem.Action;
import io.controlcenter.order.quotes.web.QuoteController.NewItem;
import io.controlcenter.order.quotes.web.QuoteController.NewQuote;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked for, checked against catalogue, sites and inventory, with everything that is wrong at once. */
@Component
class QuoteRequests {

    private final Catalogue catalogue;
    private final Availability availability;
    private final Sites sites;
    private final Inventory inventory;

    QuoteRequests(Catalogue catalogue, Availability availability, Sites sites, Inventory inventory) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.sites = sites;
        this.inventory = inventory;
    }

    private record Known(
            Map<String, ProductOffering> products,
            Map<String, Site> sites,
            Map<String, InstalledService> services,
            Availability.Coverage coverage) {}

    List<QuoteItem> items(NewQuote wanted, Account account) {
        var known = known(wanted.items());
        var violations = new ArrayList<Violation>();
        if (wanted.requestedCompletionDate() != null
                && wanted.requestedCompletionDate().isBefore(catalogue.today())) {
            violations.add(Violation.invalid("/requestedCompletionDate", "This date has passed."));
        }
        var itemIds = new HashSet<String>();
        for (int i = 0; i < wanted.items().size(); i++) {
            var findings = new Findings("/items/" + i, violations);
            var item = wanted.items().get(i);
            findings.when(!itemIds.add(item.itemId()), "/itemId", "Another item of this quote has this id.");
            check(item, known, account, findings);
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
        return wanted.items().stream().map(item -> item(item, known)).toList();
    }

    private Known known(List<NewItem> items) {
        var services = inventory.find(all(items, NewItem::serviceId));
        var products = new HashSet<>(all(items, NewItem::productCode));
        services.values().forEach(service -> products.add(service.productCode()));
        var siteIds = new HashSet<>(all(items, NewItem::siteId));
        services.values().forEach(service -> siteIds.add(service.siteId()));
        return new Known(catalogue.find(products), sites.find(siteIds), services, availability.of(products, siteIds));
    }

    private static Set<String> all(List<NewItem> items, Function<NewItem, @Nullable String> what) {
        return items.stream().map(what).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Collects what is wrong with one item. */
    private record Findings(String at, List<Violation> into) {

        void when(boolean wrong, String where, String detail) {
            if (wrong) {
                into.add(Violation.invalid(at + where, detail));
            }
        }

        void missingWhen(boolean missing, String where, String detail) {
            if (missing) {
                into.add(Violation.missing(at + where, detail));
            }
        }

        void unknownWhen(boolean unknown, String where, String detail) {
            if (unknown) {
                into.add(Violation.referenceNotFound(at + where, detail));
            }
        }
    }

    private void check(NewItem item, Known known, Account account, Findings findings) {
        if (item.action() == Action.ADD) {
            findings.when(item.serviceId() != null, "/serviceId", "What is added has no service yet.");
            findings.missingWhen(item.productCode() == null, "/productCode", "Name the product to add.");
            findings.missingWhen(item.siteId() == null, "/siteId", "Name the site of what is added.");
            findings.missingWhen(item.termMonths() == null, "/termMonths", "Name the term of what is added.");
        } else {
            findings.missingWhen(item.serviceId() == null, "/serviceId", "Name the installed service.");
            checkService(item, known, account, findings);
        }
        if (item.action() != Action.DELETE) {
            checkProduct(item, known, findings);
        }
    }

    private static void checkService(NewItem item, Known known, Account account, Findings findings) {
        var service = item.serviceId() == null ? null : known.services().get(item.serviceId());
        findings.unknownWhen(
                item.serviceId() != null && service == null, "/serviceId", "There is no such installed service.");
        findings.when(
                service != null && !service.accountId().equals(account.accountId()),
                "/serviceId",
                "This service is on another account.");
    }

    private void checkProduct(NewItem item, Known known, Findings findings) {
        var product = item.productCode() == null ? null : known.products().get(item.productCode());
        var site = item.siteId() == null ? null : known.sites().get(item.siteId());
        findings.unknownWhen(
                item.productCode() != null && (product == null || !product.offeredOn(catalogue.today())),
                "/productCode",
                "There is no such product offering today.");
        findings.unknownWhen(item.siteId() != null && site == null, "/siteId", "There is no such site.");
        findings.when(
                product != null && site != null && !known.coverage().has(product.code(), site),
                "/siteId",
                "%s is not available at this site.".formatted(item.productCode()));
    }

    /** The list price is offered to begin with; sales makes of it what it becomes. What is deleted costs nothing more. */
    private static QuoteItem item(NewItem wanted, Known known) {
        var service = wanted.serviceId() == null ? null : known.services().get(wanted.serviceId());
        var code = wanted.productCode() == null && service != null ? service.productCode() : wanted.productCode();
        var product = Objects.requireNonNull(known.products().get(Objects.requireNonNull(code)));
        var asked = new QuoteItem.Asked(
                term(wanted, service),
                wanted.installInterval() == null
                        ? null
                        : wanted.installInterval().interval());
        var free = Money.zero(product.monthlyRecurring().currency());
        var deleted = wanted.action() == Action.DELETE;
        return new QuoteItem(
                wanted.itemId(),
                wanted.action(),
                code,
                product.name(),
                wanted.siteId() == null && service != null ? service.siteId() : wanted.siteId(),
                wanted.serviceId(),
                asked,
                new QuoteItem.Offer(
                        asked.termMonths(),
                        deleted ? free : product.monthlyRecurring(),
                        deleted ? free : product.nonRecurring(),
                        null),
                null);
    }

    /** Of the service, unless another one is asked for. */
    private static int term(NewItem wanted, @Nullable InstalledService service) {
        return wanted.termMonths() != null
                ? wanted.termMonths()
                : Objects.requireNonNull(service).termMonths();
    }
}
