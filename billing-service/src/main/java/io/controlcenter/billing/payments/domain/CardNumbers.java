package io.controlcenter.billing.payments.domain;

import java.util.regex.Pattern;

/**
 * Finds what may be a card number, so that none is ever kept: 12 to 19 digits, with spaces or dashes among them, that the
 * Luhn sum accepts (ISO/IEC 7812-1).
 */
public final class CardNumbers {

    private static final Pattern DIGITS = Pattern.compile("\\d(?:[ -]?\\d){11,18}");

    private CardNumbers() {}

    public static boolean areIn(String text) {
        return DIGITS.matcher(text)
                .results()
                .anyMatch(found -> luhn(found.group().replaceAll("[ -]", "")));
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
