package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.platform.Secrets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An operator makes a customer; its administrator is invited, signs in and toggles. */
final class EnterpriseAct {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/account/invitation\\S*");

    private final Story story;
    private final Stage stage;
    private final MailClient mails;
    private final Caller operator;
    private final String run;

    EnterpriseAct(Story story, Stage stage, MailClient mails, String run) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
        this.operator = stage.staff(Cast.OPERATOR.username());
        this.run = run;
    }

    /** @param biller may read the bills of the first account only */
    record Made(Stage.Customer customer, Caller biller, Caller restricted) {}

    Made play() {
        story.step(
                "An operator creates an enterprise with a customer number and accounts; a user is invited and signs in");
        var foods = enterprise("Northwind Foods " + run);
        var retail = enterprise("Northwind Retail " + run);
        var first = account(foods, "Northwind Plants", Map.of());
        story.same("a new account is paperless", "PAPERLESS", first.text("/delivery"));
        var second = account(foods, "Northwind Offices", Map.of("delivery", "PAPER"));
        story.same("unless paper was asked for", "PAPER", second.text("/delivery"));
        var admin = invited("buyer-" + run + "@northwind.example", foods, Map.of("admin", true));
        toggle(admin, foods, retail);
        var biller = invited(
                billing(),
                foods,
                Map.of("permissions", List.of("BILLING_VIEW"), "accountIds", List.of(first.text("/accountId"))));
        var restricted = invited(
                "store-" + run + "@northwind.example",
                foods,
                Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true));
        var customer = new Stage.Customer(
                foods.text("/enterpriseId"),
                first.text("/accountId"),
                second.text("/accountId"),
                admin.on(foods.text("/enterpriseId")),
                "orders-" + run + "@northwind.example");
        return new Made(customer, biller.on(customer.enterprise()), restricted.on(customer.enterprise()));
    }

    private String billing() {
        return "billing-" + run + "@northwind.example";
    }

    private Answer enterprise(String name) {
        return operator.post(
                        "/api/v1/enterprises",
                        Map.of("name", name, "segment", "ENTERPRISE", "customerNumbers", List.of(Map.of("name", name))))
                .expect(201);
    }

    private Answer account(Answer enterprise, String name, Map<String, Object> more) {
        var wanted = new LinkedHashMap<String, Object>(more);
        wanted.put("name", name);
        wanted.put("enterpriseId", enterprise.text("/enterpriseId"));
        wanted.put("customerNumber", enterprise.text("/customerNumbers/0/number"));
        wanted.put("billingContact", Map.of("name", "Accounts payable", "email", billing()));
        var made = story.await(
                "billing to know the enterprise",
                () -> Optional.of(operator.post("/api/v1/billing-accounts", wanted))
                        .filter(answer -> answer.status() == 201));
        var hierarchy = "/api/v1/enterprises/" + enterprise.text("/enterpriseId") + "/hierarchy";
        story.await(
                "its place in the hierarchy",
                () -> Optional.of(operator.get(hierarchy))
                        .filter(answer -> answer.body().contains(made.text("/accountId"))));
        return made;
    }

    private Caller invited(String username, Answer enterprise, Map<String, Object> membership) {
        operator.on(enterprise.text("/enterpriseId"))
                .post(
                        "/api/v1/users",
                        Map.of(
                                "username",
                                username,
                                "email",
                                username,
                                "firstName",
                                "Demo",
                                "lastName",
                                "Customer",
                                "timeZone",
                                "America/Chicago",
                                "membership",
                                membership))
                .expect(201);
        var mail = story.await("the invitation of " + username, () -> mails.newest(username, ""));
        var link = LINK.matcher(mail.text("/text"));
        story.prove("the invitation arrived with a link", link.find(), username);
        var password = Secrets.random();
        stage.signIn().acceptInvitation(URI.create(link.group()), password);
        return stage.person(username, password);
    }

    private void toggle(Caller admin, Answer foods, Answer retail) {
        var me = admin.get("/api/v1/me").expect(200);
        story.prove("signed in by code and PKCE", true, me.text("/username"));
        var path = "/api/v1/users/%s/memberships/%s".formatted(me.text("/userId"), retail.text("/enterpriseId"));
        operator.put(path, Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true))
                .expect(201);
        var ambiguous = story.await(
                "the second membership",
                () -> Optional.of(admin.get("/api/v1/orders")).filter(answer -> answer.status() == 400));
        story.same(
                "with two enterprises and no default it has to choose", "enterprise-required", ambiguous.text("/code"));
        var mine = admin.get("/api/v1/me/enterprises").expect(200).json().path("items");
        story.same("its enterprises", 2, mine.size());
        admin.put("/api/v1/me/default-enterprise", Map.of("enterpriseId", foods.text("/enterpriseId")));
        var active = story.await(
                "the default",
                () -> Optional.of(admin.get("/api/v1/me").text("/activeEnterprise/enterpriseId"))
                        .filter(enterprise -> !enterprise.isEmpty()));
        story.same("the default enterprise is used without a header", foods.text("/enterpriseId"), active);
        var site = Map.of(
                "name", "Shop", "street", "1", "city", "Reno", "state", "NV", "postalCode", "89501", "country", "US");
        var there = admin.on(retail.text("/enterpriseId"));
        story.same(
                "toggled by header without signing in again, it may read there",
                200,
                there.get("/api/v1/orders").status());
        story.same(
                "and not write, for its permissions differ",
                403,
                there.post("/api/v1/sites", site).status());
    }
}
