package io.controlcenter.deploy;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Orders one after the other, each from draft to acceptance, whatever is away meanwhile. */
final class Traffic implements Runnable {

    private static final Set<Integer> MADE = Set.of(200, 201);
    private static final Set<Integer> MADE_OR_MADE_BEFORE = Set.of(200, 201, 409);

    private final Caller buyer;
    private final Caller manager;
    private final String account;
    private final String contact;
    private final LocalDate today;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    Traffic(Caller buyer, Caller manager, String account, String contact, LocalDate today) {
        this.buyer = buyer;
        this.manager = manager;
        this.account = account;
        this.contact = contact;
        this.today = today;
    }

    void stop() {
        going.set(false);
    }

    /** Numbers of the orders that went all the way. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void run() {
        var siteKey = UUID.randomUUID();
        var site = Persistence.until(MADE, () -> buyer.post("/api/v1/sites", site(), siteKey))
                .text("/siteId");
        while (going.get()) {
            accepted.add(order(site));
        }
    }

    private String order(String site) {
        var draftKey = UUID.randomUUID();
        var number = Persistence.until(MADE, () -> buyer.post("/api/v1/orders", draft(site, draftKey), draftKey))
                .text("/orderNumber");
        var path = "/api/v1/orders/" + number;
        Persistence.until(MADE, () -> buyer.post(path + "/requirements-confirmation", Map.of()));
        var submitKey = UUID.randomUUID();
        Persistence.until(MADE, () -> buyer.post(path + "/submit", Map.of(), submitKey));
        Persistence.until(MADE, () -> acknowledged(path));
        reach(path, "CCD_SET", Map.of("date", today.toString()));
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            reach(path, code, Map.of());
        }
        Persistence.until(MADE_OR_MADE_BEFORE, () -> buyer.post(path + "/acceptance", Map.of("decision", "ACCEPTED")));
        return number;
    }

    private void reach(String path, String code, Map<String, String> body) {
        Persistence.until(MADE_OR_MADE_BEFORE, () -> manager.post(path + "/milestones/" + code, body));
    }

    private Answer acknowledged(String path) {
        var order = buyer.get(path);
        if (order.status() == 200 && !order.text("/state").equals("acknowledged")) {
            throw new IllegalStateException("still " + order.text("/state"));
        }
        return order;
    }

    private static Map<String, Object> site() {
        return Map.of(
                "name",
                "Chicago office",
                "street",
                "1 Main St",
                "city",
                "Chicago",
                "state",
                "IL",
                "postalCode",
                "60601",
                "country",
                "US");
    }

    private Map<String, Object> draft(String site, UUID reference) {
        return Map.of(
                "accountId", account,
                "externalId", reference.toString(),
                "requestedDate", Map.of("kind", "FIRM_DATE", "date", today.toString()),
                "contact", Map.of("name", "Chaos Buyer", "email", contact),
                "items",
                        List.of(Map.of(
                                "itemId", "1", "productCode", "ETHERNET_100M", "siteId", site, "termMonths", 12)));
    }
}
