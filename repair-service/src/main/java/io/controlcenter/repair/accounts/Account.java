package io.controlcenter.repair.accounts;

/** A billing account as repair knows it; billing is its master. */
public record Account(String accountId, String enterpriseId, String name) {}
