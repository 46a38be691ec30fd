package io.controlcenter.identity.accountteam.domain;

/** What is met for (handbook S9). */
public enum EngagementKind {
    ONBOARDING("Onboarding"),
    POST_ACTIVATION("Post-activation meeting"),
    FIRST_BILL_REVIEW("First bill review"),
    QUARTERLY_REVIEW("Quarterly success review");

    private final String title;

    EngagementKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
