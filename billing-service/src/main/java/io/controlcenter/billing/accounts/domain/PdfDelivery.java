package io.controlcenter.billing.accounts.domain;

import java.util.List;

/**
 * Who gets each invoice as PDF by mail.
 *
 * @param recipients mail addresses, five at most; none when nobody does
 * @param secured whether the mail only links to the PDF, to be opened after signing in
 */
public record PdfDelivery(List<String> recipients, boolean secured) {

    public static final int MOST = 5;
    public static final PdfDelivery NOBODY = new PdfDelivery(List.of(), true);
}
