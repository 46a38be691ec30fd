package io.controlcenter.identity.users.web;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.UserSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Users for a spreadsheet: a line per user and enterprise, as the reader may see them (RFC 4180). */
final class UserCsv {

    private static final String[] HEADER = {
        "userId",
        "username",
        "email",
        "firstName",
        "lastName",
        "phone",
        "timeZone",
        "status",
        "providerRoles",
        "createdAt",
        "lastSignInAt",
        "enterpriseId",
        "admin",
        "permissions",
        "accounts",
        "accountGroups"
    };

    private final CSVPrinter printer;

    UserCsv(Appendable out) throws IOException {
        this.printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(out);
    }

    void write(ReadingUsers.Entry entry) throws IOException {
        if (entry.grants().isEmpty()) {
            line(entry.user(), null);
        }
        for (var grant : entry.grants()) {
            line(entry.user(), grant);
        }
    }

    private void line(UserSnapshot user, @Nullable Grant grant) throws IOException {
        var profile = user.profile();
        cells(
                user.userId(),
                user.username(),
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.phone(),
                profile.timeZone(),
                user.status(),
                words(user.providerRoles()),
                user.createdAt(),
                user.lastSignInAt());
        if (grant == null) {
            cells("", "", "", "", "");
        } else {
            cells(
                    grant.enterpriseId(),
                    grant.admin(),
                    words(grant.admin() ? Permission.names() : grant.permissions()),
                    grant.allAccounts() ? "ALL" : words(grant.accountIds()),
                    words(grant.accountGroupIds()));
        }
        printer.println();
    }

    private static String words(List<String> values) {
        return String.join(" ", values);
    }

    private void cells(@Nullable Object... values) throws IOException {
        for (var value : values) {
            printer.print(harmless(Objects.toString(value, "")));
        }
    }

    /** A spreadsheet would run a name that begins like a formula; a phone number may begin with a plus. */
    static String harmless(String text) {
        if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 || text.matches("\\+[0-9 ()./-]+")) {
            return text;
        }
        return "'" + text;
    }
}
