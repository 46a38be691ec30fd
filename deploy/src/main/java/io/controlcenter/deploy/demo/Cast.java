package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.platform.Environment;
import java.util.List;
import java.util.stream.Stream;

/** Who is in the demo data (design, 10): role names, no persons. */
public final class Cast {

    /** The confidential client of a partner of Acme Manufacturing. */
    public static final String PARTNER = "acme-partner";

    public static final String ACME_ADMIN = "admin@acme.example";
    public static final String ACME_BILLING = "billing@acme.example";
    public static final String ACME_NOC = "noc@acme.example";
    public static final String GLOBEX_ADMIN = "admin@globex.example";
    public static final String CCM = "ccm@provider.example";
    public static final String TECHNICIAN = "tech@provider.example";
    public static final String BILLING_COORDINATOR = "billing@provider.example";
    public static final String CHANGE_MANAGER = "change@provider.example";

    private Cast() {}

    /** @param what for people to read */
    public record Person(String username, String firstName, String lastName, String what) {}

    /** @param role one provider role each */
    record Staff(Person person, String role, String phone) {}

    public static final Person OPERATOR =
            new Person(Environment.OPERATOR, "Olga", "Operations", "provider: OPERATIONS");

    static final List<Staff> STAFF = List.of(
            staff("sales@provider.example", "Sales", "SALES", "+1 303 555 0101"),
            staff("engineer@provider.example", "Engineer", "SALES_ENGINEER", "+1 303 555 0102"),
            staff(CCM, "Care Manager", "CCM", "+1 303 555 0103"),
            staff("credit@provider.example", "Credit", "CREDIT_ANALYST", "+1 303 555 0104"),
            staff(TECHNICIAN, "Technician", "TECHNICIAN", "+1 303 555 0105"),
            staff(BILLING_COORDINATOR, "Billing", "BILLING_COORDINATOR", "+1 303 555 0106"),
            staff(CHANGE_MANAGER, "Change", "CHANGE_MANAGER", "+1 303 555 0107"));

    static final List<Person> CUSTOMERS = List.of(
            new Person(
                    ACME_ADMIN, "Acme", "Administrator", "administrator of Acme Manufacturing; reads Acme Logistics"),
            new Person(ACME_BILLING, "Acme", "Billing", "bills of one account of Acme Manufacturing"),
            new Person(ACME_NOC, "Acme", "Operations", "repair and maintenance of Acme Manufacturing"),
            new Person(GLOBEX_ADMIN, "Globex", "Administrator", "administrator of Globex Carrier"));

    private static Staff staff(String username, String lastName, String role, String phone) {
        return new Staff(new Person(username, "Provider", lastName, "provider: " + role), role, phone);
    }

    public static List<Person> everybody() {
        return Stream.of(CUSTOMERS.stream(), STAFF.stream().map(Staff::person), Stream.of(OPERATOR))
                .flatMap(people -> people)
                .toList();
    }
}
