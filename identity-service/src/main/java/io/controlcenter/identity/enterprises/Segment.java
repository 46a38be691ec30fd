package io.controlcenter.identity.enterprises;

/** The two kinds of customer that the provider tells apart (handbook S71, S72). */
public enum Segment {
    ENTERPRISE,
    NATIONAL_WHOLESALE
}
