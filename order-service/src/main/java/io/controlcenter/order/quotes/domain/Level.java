package io.controlcenter.order.quotes.domain;

/** How binding a quote is: what the buyer asks for, and what the seller gives (MEF 115). */
public enum Level {
    BUDGETARY,
    /** Only the seller says so, of a draft whose feasibility is not yet confirmed. */
    FIRM_SUBJECT_TO_FEASIBILITY,
    FIRM
}
