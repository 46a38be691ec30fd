package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Account;
import io.controlcenter.order.catalogue.Availability;
import io.controlcenter.order.catalogue.ProductOffering;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.sites.Site;
import io.controlcenter.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Everything that is wrong with the items of a draft, with pointers; MEF 123 R36 and R43 for the service ids. */
record ItemFindings(
        Map<String, ProductOffering> products,
        Map<String, Site> sites,
        Map<String, InstalledService> services,
        Availability.Coverage coverage,
        Account account,
        LocalDate today) {

    List<Violation> of(PlaceOrder wanted) {
        var found = new ArrayList<Violation>();
        if (wanted.items().isEmpty()) {
            found.add(Violation.missing("/items", "An order has at least one item."));
        }
        var itemIds = new HashSet<String>();
        var serviceIds = new HashSet<String>();
        var disconnects = wanted.items().stream()
                .filter(item -> item.action() == OrderItem.Action.DELETE)
                .count();
        for (int i = 0; i < wanted.items().size(); i++) {
            var item = wanted.items().get(i);
            var at = "/items/" + i;
            if (!itemIds.add(item.itemId())) {
                found.add(Violation.invalid(at + "/itemId", "Another item of this order has this id."));
            }
            if (item.serviceId() != null && !serviceIds.add(item.serviceId())) {
                found.add(Violation.invalid(at + "/serviceId", "Another item of this order has this service."));
            }
            if (item.action() == OrderItem.Action.DELETE
                    && disconnects < wanted.items().size()) {
                found.add(Violation.invalid(at + "/action", "An order that disconnects services holds nothing else."));
            }
            references(item, at, found);
            serviceId(item, at, found);
            requireComplete(item, at, found);
        }
        var requested = wanted.requestedDate();
        if (requested != null && requested.date().isBefore(today)) {
            found.add(Violation.invalid("/requestedDate/date", "This date has passed."));
        }
        return found;
    }

    private void references(PlaceOrder.Item item, String at, List<Violation> found) {
        if (item.productCode() != null && !products.containsKey(item.productCode())) {
            found.add(Violation.referenceNotFound(at + "/productCode", "There is no such product offering."));
        }
        var site = item.siteId() == null ? null : sites.get(item.siteId());
        if (item.siteId() != null && site == null) {
            found.add(Violation.referenceNotFound(at + "/siteId", "There is no such site."));
        } else if (site != null
                && products.containsKey(String.valueOf(item.productCode()))
                && !coverage.has(String.valueOf(item.productCode()), site)) {
            found.add(Violation.invalid(at + "/siteId", item.productCode() + " is not available at this site."));
        }
    }

    private void serviceId(PlaceOrder.Item item, String at, List<Violation> found) {
        var serviceId = item.serviceId();
        if (item.action() == OrderItem.Action.ADD) {
            if (serviceId != null) {
                found.add(Violation.invalid(at + "/serviceId", "A new service has no id yet."));
            }
            return;
        }
        if (serviceId == null) {
            found.add(Violation.missing(at + "/serviceId", item.action() + " needs the service."));
            return;
        }
        var service = services.get(serviceId);
        if (service == null
                || !service.accountId().equals(account.accountId())
                || service.state() == InstalledService.State.DISCONNECTED) {
            found.add(Violation.referenceNotFound(
                    at + "/serviceId", "There is no such installed service on this account."));
        }
    }

    private static void requireComplete(PlaceOrder.Item item, String at, List<Violation> found) {
        if (item.action() == OrderItem.Action.ADD) {
            if (item.productCode() == null) {
                found.add(Violation.missing(at + "/productCode", "ADD needs the product."));
            }
            if (item.termMonths() == null) {
                found.add(Violation.missing(at + "/termMonths", "ADD needs the term."));
            }
        }
    }
}
