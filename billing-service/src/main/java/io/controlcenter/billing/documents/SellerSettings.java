package io.controlcenter.billing.documents;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues the invoices, as documents say it.
 *
 * @param registration number in the register of companies (EN 16931, BT-30)
 * @param vatId needed where value added tax is charged (BT-31)
 * @param country ISO 3166; also of a buyer whose country is not known
 * @param portal where customers look at bills and pay
 */
@ConfigurationProperties("controlcenter.seller")
record SellerSettings(
        @DefaultValue("Control Center Networks") String name,
        @DefaultValue("1 Network Way") String street,
        @DefaultValue("Denver") String city,
        @DefaultValue("CO") String region,
        @DefaultValue("80202") String postalCode,
        @DefaultValue("US") String country,
        @DefaultValue("00-0000000") String registration,
        @Nullable String vatId,
        @DefaultValue("billing@provider.example") String email,
        @DefaultValue("+1 800 555 0100") String phone,

        @DefaultValue("https://portal.provider.example/billing")
        String portal) {}
