package io.controlcenter.identity.secondfactor;

/** What is asked of somebody beside the password. */
public enum Demand {
    NOTHING,
    /** A code of the authenticator app that was set up. */
    CODE,
    /** To set one up first, because an enterprise requires it. */
    ENROLMENT
}
