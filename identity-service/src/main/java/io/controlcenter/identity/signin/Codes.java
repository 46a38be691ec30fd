package io.controlcenter.identity.signin;

import io.controlcenter.identity.secondfactor.Proof;
import io.controlcenter.identity.secondfactor.SecondFactors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What the pages about codes have in common. */
final class Codes {

    private static final int GROUP = 4;

    private Codes() {}

    /** The same page again, with what was wrong. */
    static String refused(Proof proof, String page, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "problem",
                switch (proof) {
                    case Proof.Paused(var pause) -> Pauses.text(pause);
                    case Proof.NotSetUp() -> "There is no second factor to prove. Begin again.";
                    case Proof.Wrong(), Proof.Accepted() ->
                        "This code is not right, or was used before. Wait for the next one and try again.";
                });
        return page;
    }

    /** @param required whether somebody is on the way in and cannot leave it */
    static String enrolment(SecondFactors.Enrolment enrolment, String action, boolean required, Model model) {
        model.addAttribute("action", action)
                .addAttribute("required", required)
                .addAttribute("picture", enrolment.picture())
                .addAttribute("secret", enrolment.secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
        return "pages/enrolment";
    }

    static String shown(List<String> codes, String next, Model model) {
        model.addAttribute("codes", codes).addAttribute("next", next);
        return "pages/recovery-codes";
    }
}
