package io.controlcenter.billing.invoicing.application;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bills are made.
 *
 * @param chunk accounts that are billed in one transaction
 * @param holdAbove a line or an invoice of more than this is held for a person to look at
 */
@ConfigurationProperties("controlcenter.invoicing")
public record InvoicingSettings(
        @DefaultValue("500") int chunk,
        @DefaultValue("1000000") BigDecimal holdAbove) {}
