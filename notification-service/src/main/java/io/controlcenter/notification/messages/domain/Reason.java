package io.controlcenter.notification.messages.domain;

/** Why a message was not sent. */
public enum Reason {
    /** Something later of the same stream was sent already (rule 8). */
    OUTDATED,
    /** The recipient's user is locked out or gone. */
    RECIPIENT_INACTIVE,
    /** None of the accounts is assigned to the recipient any more, or the permission is gone (rule 2). */
    NOT_ALLOWED_ANY_MORE,
    /** The setting that asked for it was switched off or deleted meanwhile. */
    SETTING_OFF,
    /** A reminder of something that has changed since (rule 6). */
    OVERTAKEN,
    /** The mail server refused it for good. */
    REFUSED,
    /** The mail server refused it for now, once too often. */
    TRIES_EXHAUSTED,
    /** It could not be written. */
    UNREADABLE
}
