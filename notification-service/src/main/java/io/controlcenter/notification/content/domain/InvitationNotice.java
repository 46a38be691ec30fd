package io.controlcenter.notification.content.domain;

/** An invitation to sign in. */
final class InvitationNotice {

    private InvitationNotice() {}

    static Notice of(InvitationFacts facts, Reader reader) {
        var expires = Words.moment(facts.expiresAt(), reader.zone());
        return new NoticeDraft("You are invited to Control Center", "Invitation", Notice.Tone.CALM)
                .say(Words.hello(facts.firstName()))
                .say("An account was prepared for you in Control Center, where you follow your orders, repairs, "
                        + "maintenance and bills. Set your password to sign in for the first time.")
                .fact("Your e-mail", facts.email())
                .fact("Link is good until", expires)
                .action("Set your password", facts.signInLink())
                .footnote("If you did not expect this invitation, leave it; nothing happens without you. "
                        + "If the link has expired, ask your administrator for a new one.")
                .because("an account was prepared for you in Control Center.")
                .headed(
                        "Welcome to Control Center",
                        "Set your password to sign in. The link is good until " + expires + ".");
    }
}
