package io.controlcenter.platform.security;

/** What an endpoint acts on, and so what a caller must have besides a permission. */
public enum Reach {
    /** One enterprise, named by the caller or its default. The rule; everything else is an exception. */
    ENTERPRISE,
    /** All enterprises, for provider staff only: work queues, network-wide operations. Narrowed when one is named. */
    PROVIDER,
    /** One enterprise for customers; provider staff may name none and then see all: what both sides read. */
    SHARED,
    /** The caller's own profile; any signed-in person, with or without an enterprise. */
    SELF,
    /** Anybody, without a token. */
    PUBLIC
}
