package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.http.FreshToken;
import io.controlcenter.deploy.http.SignIn;
import io.controlcenter.deploy.inbox.CaughtMail;
import io.controlcenter.deploy.inbox.MailStore;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import io.controlcenter.deploy.platform.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Loads the demo data through the public APIs, as an operator would, invitations by mail included. What an earlier start
 * loaded is found and left.
 */
public final class DemoData {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/account/invitation\\S*");

    private final Secrets secrets;
    private final MailStore mails;
    private final Consumer<String> tell;
    private final String gateway;
    private final SignIn signIn;
    private final Caller operator;

    public DemoData(Ports ports, Secrets secrets, MailStore mails, Consumer<String> tell) {
        this.secrets = secrets;
        this.mails = mails;
        this.tell = tell;
        this.gateway = ports.url(App.GATEWAY);
        this.signIn = new SignIn(gateway);
        this.operator = new Caller(
                gateway, new FreshToken(() -> signIn.person(Cast.OPERATOR.username(), password(Cast.OPERATOR))), null);
    }

    private String password(Cast.Person person) {
        return secrets.of("user." + person.username());
    }

    public void load() throws InterruptedException {
        if (secrets.has("demo.loaded")) {
            return;
        }
        tell.accept("loading the demo data");
        var manufacturing = enterprise("Acme Manufacturing", "ENTERPRISE");
        var logistics = enterprise("Acme Logistics", "ENTERPRISE");
        var globex = enterprise("Globex Carrier", "NATIONAL_WHOLESALE");
        var headquarters = account(manufacturing, "Acme Headquarters", Cast.ACME_BILLING);
        account(manufacturing, "Acme Plants", Cast.ACME_ADMIN);
        account(manufacturing, "Acme Research", Cast.ACME_ADMIN);
        account(logistics, "Acme Logistics", Cast.ACME_ADMIN);
        account(globex, "Globex Access", Cast.GLOBEX_ADMIN);
        for (var member : Cast.STAFF) {
            staff(member);
        }
        customer(Cast.CUSTOMERS.get(0), manufacturing.id(), true, List.of(), List.of());
        membership(Cast.ACME_ADMIN, logistics.id(), List.of("ORDER_VIEW"));
        defaultEnterprise(Cast.ACME_ADMIN, manufacturing.id());
        customer(
                Cast.CUSTOMERS.get(1),
                manufacturing.id(),
                false,
                List.of("BILLING_VIEW", "BILLING_REQUEST_WRITE", "BILLING_PAY"),
                List.of(headquarters));
        customer(
                Cast.CUSTOMERS.get(2),
                manufacturing.id(),
                false,
                List.of("REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "MAINT_VIEW", "MAINT_INQUIRE"),
                List.of());
        customer(Cast.CUSTOMERS.get(3), globex.id(), true, List.of(), List.of());
        clients(manufacturing.id());
        secrets.keep("demo.loaded", "yes");
    }

    private record Enterprise(String id, String customerNumber) {}

    private Enterprise enterprise(String name, String segment) {
        var existing =
                operator.get("/api/v1/enterprises?limit=100").expect(200).json().path("items");
        for (var one : existing) {
            if (one.path("name").asString().equals(name)) {
                return new Enterprise(
                        one.path("enterpriseId").asString(),
                        one.at("/customerNumbers/0/number").asString());
            }
        }
        var made = operator.post(
                        "/api/v1/enterprises",
                        Map.of("name", name, "segment", segment, "customerNumbers", List.of(Map.of("name", name))))
                .expect(201);
        return new Enterprise(made.text("/enterpriseId"), made.text("/customerNumbers/0/number"));
    }

    /** Billing tells identity, identity tells the others: an account is usable once it stands in the hierarchy. */
    private String account(Enterprise enterprise, String name, String billingContact) throws InterruptedException {
        var known = operator.on(enterprise.id())
                .get("/api/v1/billing-accounts?limit=100")
                .expect(200)
                .json()
                .path("items");
        for (var one : known) {
            if (one.path("name").asString().equals(name)) {
                return one.path("accountId").asString();
            }
        }
        var wanted = Map.of(
                "name", name,
                "enterpriseId", enterprise.id(),
                "customerNumber", enterprise.customerNumber(),
                "billingContact", Map.of("name", name + " accounts payable", "email", billingContact));
        var made = new String[1];
        Waiting.until("the account " + name, PATIENCE, () -> {
            var answer = operator.post("/api/v1/billing-accounts", wanted);
            made[0] = answer.text("/accountId");
            return answer.status() == 201;
        });
        Waiting.until(
                "the place of " + made[0],
                PATIENCE,
                () -> operator.get("/api/v1/enterprises/" + enterprise.id() + "/hierarchy")
                        .body()
                        .contains(made[0]));
        return made[0];
    }

    private void staff(Cast.Staff member) throws InterruptedException {
        var user = profile(member.person());
        user.put("phone", member.phone());
        user.put("providerRoles", List.of(member.role()));
        invite(operator, member.person(), user);
    }

    private void customer(
            Cast.Person person, String enterprise, boolean admin, List<String> permissions, List<String> accounts)
            throws InterruptedException {
        var user = profile(person);
        user.put("membership", grant(admin, permissions, accounts));
        invite(operator.on(enterprise), person, user);
    }

    private static Map<String, Object> profile(Cast.Person person) {
        var user = new LinkedHashMap<String, Object>();
        user.put("username", person.username());
        user.put("email", person.username());
        user.put("firstName", person.firstName());
        user.put("lastName", person.lastName());
        user.put("timeZone", "America/Chicago");
        return user;
    }

    private static Map<String, Object> grant(boolean admin, List<String> permissions, List<String> accounts) {
        return Map.of(
                "admin",
                admin,
                "permissions",
                admin ? List.of() : permissions,
                "allAccounts",
                accounts.isEmpty(),
                "accountIds",
                accounts);
    }

    private void invite(Caller by, Cast.Person person, Map<String, Object> user) throws InterruptedException {
        var answer = by.post("/api/v1/users", user);
        if (answer.status() != 201 && answer.status() != 409) {
            answer.expect(201);
        }
        accept(person);
    }

    /** Follows the link in the invitation and signs in once, as its reader would, unless an earlier start did. */
    private void accept(Cast.Person person) throws InterruptedException {
        if (secrets.has("user." + person.username())) {
            return;
        }
        Waiting.until(
                "the invitation of " + person.username(),
                PATIENCE,
                () -> !mails.to(person.username()).isEmpty());
        var mail = mails.to(person.username()).getFirst();
        var password = Secrets.random();
        signIn.acceptInvitation(link(mail), password);
        signIn.person(person.username(), password);
        secrets.keep("user." + person.username(), password);
    }

    private static URI link(CaughtMail mail) {
        var found = LINK.matcher(mail.text());
        if (!found.find()) {
            throw new IllegalStateException("No link in the invitation: " + mail.text());
        }
        return URI.create(found.group());
    }

    private void membership(String username, String enterprise, List<String> permissions) {
        var user =
                operator.get("/api/v1/users?username=" + username).expect(200).text("/items/0/userId");
        var granted = operator.put(
                "/api/v1/users/%s/memberships/%s".formatted(user, enterprise), grant(false, permissions, List.of()));
        if (granted.status() != 200) {
            granted.expect(201);
        }
    }

    private void defaultEnterprise(String username, String enterprise) {
        var token = signIn.person(username, secrets.of("user." + username));
        var answer = new Caller(gateway, () -> token, enterprise)
                .put("/api/v1/me/default-enterprise", Map.of("enterpriseId", enterprise));
        if (answer.status() >= 300) {
            answer.expect(200);
        }
    }

    /** The front-end's public client, and the partner's, whose secret is said only now. */
    private void clients(String enterprise) {
        register(Map.of(
                "clientId", "acme-portal",
                "name", "Acme portal",
                "kind", "PUBLIC",
                "redirectUris", List.of("http://localhost:3000/callback")));
        if (secrets.has("client." + Cast.PARTNER)) {
            return;
        }
        var secret = register(Map.of(
                "clientId",
                Cast.PARTNER,
                "name",
                "Acme partner",
                "kind",
                "CONFIDENTIAL",
                "permissions",
                List.of("ORDER_VIEW", "ORDER_WRITE", "REPAIR_VIEW", "BILLING_VIEW", "MAINT_VIEW"),
                "enterpriseIds",
                List.of(enterprise)));
        secrets.keep("client." + Cast.PARTNER, secret);
    }

    private String register(Map<String, Object> client) {
        var answer = operator.post("/api/v1/api-clients", client);
        if (answer.status() == 409) {
            return "";
        }
        return answer.expect(201).text("/clientSecret");
    }
}
