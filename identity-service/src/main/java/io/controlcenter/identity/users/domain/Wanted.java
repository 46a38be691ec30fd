package io.controlcenter.identity.users.domain;

import java.util.List;

/** A grant as asked for. */
public record Wanted(boolean admin, List<String> permissions, boolean allAccounts, List<String> accountIds) {}
