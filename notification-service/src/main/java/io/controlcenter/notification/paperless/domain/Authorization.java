package io.controlcenter.notification.paperless.domain;

/** Who agreed to go paperless, and to which words. */
public record Authorization(String name, String text) {}
