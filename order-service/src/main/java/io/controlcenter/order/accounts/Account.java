package io.controlcenter.order.accounts;

import java.time.ZoneId;

/** A billing account as ordering knows it; billing is its master. */
public record Account(String accountId, String enterpriseId, String name, ZoneId zone, String currency) {}
