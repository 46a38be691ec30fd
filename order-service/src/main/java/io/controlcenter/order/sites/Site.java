package io.controlcenter.order.sites;

/** A place where services are delivered. */
public record Site(
        String siteId, String name, String street, String city, String state, String postalCode, String country) {

    /** On one line, as a location in lists and letters. */
    public String oneLine() {
        return "%s, %s, %s %s".formatted(street, city, state, postalCode);
    }
}
