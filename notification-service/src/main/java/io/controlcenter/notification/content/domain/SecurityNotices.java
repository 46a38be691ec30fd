package io.controlcenter.notification.content.domain;

import java.time.ZoneId;
import java.util.Map;

/** A link to choose another password, and what changed in how somebody signs in. */
final class SecurityNotices {

    private record Text(String headline, String what) {}

    private static final Map<String, Text> TEXTS = Map.of(
            "SIGN_IN_LOCKED",
            new Text(
                    "Somebody tried to sign in as you",
                    "Several times in a row, a password or a code for your account was wrong. Signing in pauses for a "
                            + "while after each further try."),
            "PASSWORD_CHANGED",
            new Text("Your password was changed", "Your password was changed, and every other browser was signed out."),
            "PASSWORD_RESET",
            new Text(
                    "Your password was changed",
                    "A new password was chosen by a link that was mailed to you, and you were signed out everywhere."),
            "SECOND_FACTOR_ENABLED",
            new Text(
                    "Your second factor is on",
                    "From now on, a code of your authenticator app is asked for when you sign in."),
            "SECOND_FACTOR_DISABLED",
            new Text("Your second factor is off", "Your password alone is enough to sign in again."),
            "SECOND_FACTOR_RESET",
            new Text(
                    "Your second factor was reset",
                    "An administrator took your second factor away, and you were signed out everywhere. You can set up "
                            + "another one when you sign in."),
            "RECOVERY_CODES_RENEWED",
            new Text("You have new recovery codes", "The recovery codes of before do not work any more."),
            "RECOVERY_CODE_USED",
            new Text(
                    "A recovery code was used",
                    "Somebody signed in, or changed your second factor, with one of your recovery codes. It does not "
                            + "work again."));

    private static final Text OTHERWISE =
            new Text("Your sign-in was changed", "Something changed in how you sign in to Control Center.");

    private SecurityNotices() {}

    static Notice reset(PasswordResetFacts facts, Reader reader) {
        var until = Words.moment(facts.expiresAt(), reader.zone());
        return new NoticeDraft("Choose a new password", "Your account", Notice.Tone.CALM)
                .say(Words.hello(facts.firstName()))
                .say("Somebody, hopefully you, asked for a link to choose a new password for Control Center. It works "
                        + "once. When you use it, you are signed out everywhere.")
                .fact("Link is good until", until)
                .action("Choose a new password", facts.resetLink())
                .footnote(
                        "If you did not ask for it, leave this mail: your password stays as it is. Nobody from Control "
                                + "Center will ask you for this link.")
                .because("somebody asked for a new password of the account with this address.")
                .headed("Choose a new password", "The link works once, until " + until + ".");
    }

    static Notice changed(SecurityFacts facts, Portal portal) {
        var text = TEXTS.getOrDefault(facts.what(), OTHERWISE);
        return new NoticeDraft(text.headline(), "Your account", Notice.Tone.URGENT)
                .say(Words.hello(facts.firstName()))
                .say(text.what())
                .fact("When", Words.moment(facts.at(), ZoneId.of(facts.timeZone())))
                .fact("From", facts.address())
                .action("See where you are signed in", portal.account())
                .footnote("If this was not you, change your password at once and tell an administrator of your "
                        + "enterprise.")
                .because("it is about the safety of your account. Notices of this kind are always sent.")
                .headed(text.headline(), text.what());
    }
}
