package io.controlcenter.notification.content.domain;

/** Registrations, accounts that nobody uses any more, and meetings with the account team. */
final class AccessNotices {

    private AccessNotices() {}

    static Notice registration(RegistrationFacts facts, Reader reader, Portal portal) {
        return switch (facts) {
            case RegistrationFacts.ToConfirm confirm -> confirm(confirm, reader);
            case RegistrationFacts.ToDecide decide -> decide(decide, reader, portal);
            case RegistrationFacts.Refused refused -> refused(refused, portal);
        };
    }

    private static Notice confirm(RegistrationFacts.ToConfirm facts, Reader reader) {
        var until = Words.moment(facts.expiresAt(), reader.zone());
        return new NoticeDraft("Confirm your mail address", "Registration", Notice.Tone.CALM)
                .say(Words.hello(facts.firstName()))
                .say("You asked for access to Control Center. Confirm that this mail address is yours; then an "
                        + "administrator of your enterprise decides.")
                .fact("Your e-mail", facts.email())
                .fact("Link is good until", until)
                .action("Confirm the address", facts.verificationLink())
                .footnote("If you did not register, leave this mail; nothing happens without you.")
                .because("somebody registered for Control Center with this address.")
                .headed("Confirm your mail address", "Confirm your address. The link is good until " + until + ".");
    }

    private static Notice decide(RegistrationFacts.ToDecide facts, Reader reader, Portal portal) {
        var who = facts.firstName() + " " + facts.lastName();
        return new NoticeDraft(who + " asks for access", "Registration", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(who + " registered with an account of your enterprise and one of its invoices, and confirmed the "
                        + "mail address. Approve the registration with permissions and accounts, or refuse it with a "
                        + "reason. Whoever decides first, decides.")
                .fact("Name", who)
                .fact("E-mail", facts.email())
                .action("Open Control Center", portal.home())
                .footnote("Nobody gets access before an administrator approved it.")
                .because("you administer your enterprise in Control Center.")
                .headed("Somebody asks for access", who + " waits for your decision.");
    }

    private static Notice refused(RegistrationFacts.Refused facts, Portal portal) {
        return new NoticeDraft("Your registration was not approved", "Registration", Notice.Tone.CALM)
                .say(Words.hello(facts.firstName()))
                .say("An administrator of the enterprise did not approve your registration.")
                .fact("Reason", facts.reason())
                .action("Open Control Center", portal.home())
                .footnote("If you think that this is a mistake, speak to an administrator of the enterprise.")
                .because("you registered for Control Center with this address.")
                .headed("Your registration was not approved", "An administrator gave a reason.");
    }

    static Notice inactivity(InactivityFacts facts, Portal portal) {
        var on = Words.date(facts.on());
        var what = facts.isDeletion() ? "deleted" : "deactivated";
        var draft = new NoticeDraft("Your account will be " + what + " on " + on, "Your account", Notice.Tone.URGENT)
                .say(Words.hello(facts.firstName()))
                .say(
                        facts.isDeletion()
                                ? "Your account is inactive and has not been used for about a year. It will be deleted, "
                                        + "and its user name cannot be used again."
                                : "You have not signed in for almost half a year. Accounts that nobody uses are "
                                        + "deactivated, so that nobody else can use them.")
                .because("it is about your account in Control Center.")
                .fact("User name", facts.username())
                .fact(facts.isDeletion() ? "Deleted on" : "Deactivated on", on);
        return facts.isDeletion()
                ? draft.action("Open Control Center", portal.home())
                        .footnote("To keep it, ask an administrator of your enterprise to reactivate it before.")
                        .headed("Your account is about to be deleted", "It will be deleted on " + on + ".")
                : draft.action("Sign in", portal.home())
                        .footnote("To keep it, sign in before that day. Nothing else is needed.")
                        .headed("Sign in to keep your account", "It will be deactivated on " + on + ".");
    }

    static Notice engagement(EngagementFacts facts, Reader reader, Portal portal) {
        var what = Words.of(facts.kind());
        var at = Words.moment(facts.scheduledAt(), reader.zone());
        var contact = facts.contact();
        return new NoticeDraft(what + " on " + at, "Your account team", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say("Your account team would like to meet you. If the time does not suit you, choose another one in "
                        + "Control Center or speak to your contact.")
                .fact("Meeting", what)
                .fact("When", at)
                .fact("Account", facts.accountId())
                .fact("About", facts.note())
                .fact("Your contact", contact == null ? null : contact.name())
                .fact("Phone", contact == null ? null : contact.phone())
                .fact("E-mail", contact == null ? null : contact.email())
                .action("Open Control Center", portal.home())
                .because("you administer your enterprise in Control Center.")
                .headed("A meeting with your account team", what + " on " + at + ".");
    }
}
