package io.controlcenter.notification;

import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.platform.test.Events;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The events of other services that notifications arise from, each about something new. */
public final class Told {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private Told() {}

    public static String number(String prefix) {
        return prefix + NEXT.getAndIncrement();
    }

    public static String invitation(String user, String mail) {
        return """
                {"userId":"%s","username":"%s","email":"%s","firstName":"Ada","lastName":"Buyer","phone":null,
                 "timeZone":"America/Chicago","status":"INVITED","providerRoles":[],
                 "signInLink":"http://localhost:8080/account/invitation?token=secret-1",
                 "expiresAt":"2026-06-08T15:00:00Z"}""".formatted(user, user, mail);
    }

    public static String registration(String id, Tenant tenant, String mail) {
        return """
                {"registrationId":"%s","enterpriseId":"%s","email":"%s","firstName":"Nell",
                 "verificationLink":"http://localhost:8080/account/registration?token=secret-2",
                 "expiresAt":"2026-06-04T15:00:00Z"}""".formatted(id, tenant.enterprise(), mail);
    }

    public static String registrationToDecide(String id, Tenant tenant) {
        return """
                {"registrationId":"%s","enterpriseId":"%s","email":"nell@acme.example","firstName":"Nell",
                 "lastName":"Newcomer","administrators":[
                   {"userId":"%s","email":"%s","name":"Ada Buyer"},{"userId":"%s","email":"%s","name":"Bob Buyer"}]}""".formatted(
                        id,
                        tenant.enterprise(),
                        tenant.user("ada"),
                        tenant.mail("ada"),
                        tenant.user("bob"),
                        tenant.mail("bob"));
    }

    public static String registrationRefused(String id, Tenant tenant, String mail) {
        return """
                {"registrationId":"%s","enterpriseId":"%s","email":"%s","firstName":"Nell",
                 "reason":"Ask your branch manager first."}""".formatted(id, tenant.enterprise(), mail);
    }

    public static String inactivity(String user, String mail, String effect) {
        return """
                {"userId":"%s","username":"%s","email":"%s","firstName":"Ada","effect":"%s","on":"2026-12-01"}""".formatted(user, user, mail, effect);
    }

    public static String engagement(String id, Tenant tenant) {
        return """
                {"engagementId":"%s","enterpriseId":"%s","accountId":null,"kind":"QUARTERLY_REVIEW",
                 "scheduledAt":"2026-07-10T15:00:00Z","note":"Bring plans",
                 "contact":{"name":"Sam Success","email":"sam@provider.example","phone":"+1 555 0142"}}""".formatted(id, tenant.enterprise());
    }

    public static String acknowledged(Tenant tenant, String order) {
        return """
                {"orderNumber":"%s","accountId":"%s",
                 "letter":{"documentId":"0d4d2c34-0c0e-4a6b-9c6c-6ac3d6a3b9d1","version":1,"issuedAt":"2026-06-01T15:00:00Z"},
                 "customerCareManager":{"userId":"u-1","name":"Carla Care","phone":"+1 555 0100","email":"ccm@provider.example"},
                 "contact":{"name":"Ada Buyer","email":"%s","phone":null},
                 "items":[{"itemId":"item-1","action":"ADD","productName":"Ethernet Virtual Private Line 1 Gbit/s",
                   "site":"Chicago office","serviceId":"S-10000001"},
                  {"itemId":"item-2","action":"ADD","productName":"Dedicated Internet Access 1 Gbit/s",
                   "site":"Denver office","serviceId":"S-10000002"}]}""".formatted(order, tenant.accountA(), tenant.mail("contact"));
    }

    public static String milestone(Tenant tenant, String order, String code, boolean key) {
        return """
                {"orderNumber":"%s","accountId":"%s","code":"%s","reachedAt":"2026-06-18T20:00:00Z","key":%s,
                 "note":"Both sites","answerBy":null,"customerCareManager":{"userId":"u-1","name":"Carla Care","phone":"+1 555 0100",
                 "email":"ccm@provider.example"},"contact":{"name":"Ada Buyer","email":"%s","phone":null}}""".formatted(order, tenant.accountA(), code, key, tenant.mail("contact"));
    }

    public static String bill(Tenant tenant, String invoice, String delivery) {
        return """
                {"invoiceNumber":"%s","accountId":"%s","enterpriseId":"%s","billDate":"2026-06-15",
                 "dueDate":"2026-07-15","period":{"start":"2026-06-15","end":"2026-07-14"},
                 "amountDue":{"amount":"2345.60","currency":"USD"},"currentCharges":{"amount":"2345.60","currency":"USD"},
                 "firstInvoice":true,"delivery":"%s"}""".formatted(invoice, tenant.accountA(), tenant.enterprise(), delivery);
    }

    public static String ticket(Tenant tenant, String ticket, String state) {
        return """
                {"ticketNumber":"%s","accountId":"%s","serviceId":"S-10000001","circuitId":"ET-1000001","priority":"P1",
                 "observedImpact":"DOWN","description":"No light on the circuit","state":"%s","displayStatus":"%s",
                 "from":null,"reason":null,"technician":{"userId":"u-2","name":"Theo Tech","phone":"+1 555 0200",
                 "email":"tech@provider.example"},"rootCause":null,"resolution":null,
                 "contacts":[{"role":"REPORTER","name":"Ned Noc","email":"%s","phone":"+1 555 0300"}],
                 "at":"2026-06-02T12:00:00Z"}""".formatted(ticket, tenant.accountA(), state, state, tenant.mail("noc"));
    }

    public static String note(Tenant tenant, String ticket, boolean internal) {
        return """
                {"ticketNumber":"%s","accountId":"%s","serviceId":"S-10000001","noteId":"%s","authorId":"u-2",
                 "author":{"userId":"u-2","name":"Theo Tech"},"source":"PROVIDER","internal":%s,
                 "text":"A splice team is on its way.",
                 "contacts":[{"role":"REPORTER","name":"Ned Noc","email":"%s","phone":null}],
                 "at":"2026-06-02T13:00:00Z"}""".formatted(ticket, tenant.accountA(), UUID.randomUUID(), internal, tenant.mail("noc"));
    }

    /** A maintenance that affects a service on each of the tenant's accounts. */
    public static String maintenance(Tenant tenant, String gcr, long sequence, String designation) {
        return """
                {"gcrNumber":"%s","sequence":%s,"designation":"%s","title":"Software upgrade of core routers",
                 "reason":"Vendor security fix","state":"scheduled",
                 "windows":[{"windowId":"%s-1","kind":"PRIMARY","start":"2026-06-11T05:00:00Z",
                   "end":"2026-06-11T11:00:00Z","timeZone":"America/Denver","state":"scheduled"},
                  {"windowId":"%s-2","kind":"ALTERNATE","start":"2026-06-12T05:00:00Z",
                   "end":"2026-06-12T11:00:00Z","timeZone":"America/Denver","state":"scheduled"}],
                 "locations":[{"city":"Denver","state":"CO","country":"US"}],
                 "services":[%s,%s],
                 "updates":[{"at":"2026-06-01T15:00:00Z","text":"This maintenance is scheduled."}]}""".formatted(
                        gcr,
                        sequence,
                        designation,
                        gcr,
                        gcr,
                        service(tenant.accountA(), "S-10000001", "ET-1001", gcr),
                        service(tenant.accountB(), "S-10000002", "ET-2002", gcr));
    }

    private static String service(String account, String service, String circuit, String gcr) {
        return """
                {"serviceId":"%s","accountId":"%s","circuitId":"%s","altCircuitId":null,"bandwidth":"1 Gbit/s",
                 "aLocation":"Chicago, IL","zLocation":"Denver, CO","impact":"OUTAGE","maxDurationMinutes":60,
                 "orderNumber":"O-10000001","outcome":"PENDING","windowId":"%s-1"}""".formatted(service, account, circuit, gcr);
    }

    /** Diverse services on both of the tenant's accounts. */
    public static String conflict(Tenant tenant, String conflict, String ticket) {
        return """
                {"conflictId":"%s","enterpriseId":"%s","kind":"%s","groupName":"Chicago uplinks",
                 "gcrNumbers":["123456789","123456790"],"ticketNumber":%s,
                 "services":[{"serviceId":"S-10000001","circuitId":"ET-1001","accountId":"%s"},
                  {"serviceId":"S-10000002","circuitId":"ET-2002","accountId":"%s"}],
                 "from":"2026-06-11T05:00:00Z","until":"2026-06-11T09:00:00Z","at":"2026-06-01T15:00:00Z"}""".formatted(
                        conflict,
                        tenant.enterprise(),
                        ticket == null ? "WINDOWS_OVERLAP" : "WINDOW_WITH_OUTAGE",
                        ticket == null ? "null" : "\"" + ticket + "\"",
                        tenant.accountA(),
                        tenant.accountB());
    }

    public static UUID send(
            Events events, String topic, String type, String key, Tenant tenant, long version, String data) {
        return events.send(topic, type, key, tenant.enterprise(), version, data);
    }

    public static String passwordReset(String user, String mail) {
        return """
                {"userId":"%s","email":"%s","firstName":"Ada",
                 "resetLink":"http://localhost:8080/account/reset?token=secret-2","expiresAt":"2026-06-01T16:00:00Z"}""".formatted(user, mail);
    }

    public static String securityNotice(String user, String mail, String what) {
        return """
                {"userId":"%s","email":"%s","firstName":"Ada","timeZone":"America/Chicago","what":"%s",
                 "address":"203.0.113.9","at":"2026-06-01T15:00:00Z"}""".formatted(user, mail, what);
    }
}
