package io.controlcenter.billing.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which currencies can be billed in: those that some country pays with, and neither metals, funds nor bygone ones. */
public final class Currencies {

    private static final Set<String> TENDER = Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(currency -> currency != null && currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** @param code ISO 4217, such as USD */
    public static boolean isTender(String code) {
        return TENDER.contains(code);
    }
}
