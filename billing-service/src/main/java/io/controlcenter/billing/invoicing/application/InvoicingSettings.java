package io.controlcenter.billing.invoicing.application;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bills are made.
 *
 * @param chunk accounts that are billed in one transaction
 * @param workers how many chunks of a run this process bills at the same time, up to 4
 * @param holdAbove a line or an invoice of more than this is held for a person to look at
 * @param linesOfServiceAndDay more lines of one service for one day than this hold the invoice
 * @param monthsReadable how many months back invoices can be read; older ones are gone (410)
 */
@ConfigurationProperties("controlcenter.invoicing")
public record InvoicingSettings(
        @DefaultValue("500") int chunk,
        @DefaultValue("2") int workers,
        @DefaultValue("1000000") BigDecimal holdAbove,
        @DefaultValue("15") int linesOfServiceAndDay,
        @DefaultValue("24") int monthsReadable) {}
