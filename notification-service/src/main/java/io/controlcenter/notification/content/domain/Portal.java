package io.controlcenter.notification.content.domain;

/** Where the links of a mail lead. None of them signs anybody in (rule 3). */
public record Portal(String baseUrl) {

    public Portal {
        if (baseUrl.endsWith("/")) {
            baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
        }
    }

    String home() {
        return baseUrl + "/portal";
    }

    String account() {
        return baseUrl + "/account/sessions";
    }

    String order(String number) {
        return baseUrl + "/portal/orders/" + number;
    }

    String quote(String number) {
        return baseUrl + "/portal/quotes/" + number;
    }

    String credit(String number) {
        return baseUrl + "/portal/credit-applications/" + number;
    }

    String bill(String number) {
        return baseUrl + "/portal/invoices/" + number;
    }

    String pay(String number) {
        return bill(number) + "#pay";
    }

    String ticket(String number) {
        return baseUrl + "/portal/tickets/" + number;
    }

    String newTicket() {
        return baseUrl + "/portal/tickets";
    }

    String maintenance(String number) {
        return baseUrl + "/portal/gcrs/" + number;
    }

    public String settings() {
        return baseUrl + "/portal/notification-settings";
    }
}
