package io.controlcenter.gateway.tokens;

/**
 * A verified access token.
 *
 * @param value as it was sent
 * @param subject user id, or client id of a partner
 */
public record AccessToken(String value, String subject) {}
