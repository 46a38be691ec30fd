package io.controlcenter.notification.domain;

/** The way in which somebody is told. */
public enum Channel {
    EMAIL,
    PORTAL
}
