package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.secondfactor.Proof;
import io.controlcenter.identity.secondfactor.SecondFactors;
import io.controlcenter.identity.users.application.OwnProfile;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people see and change of their own access: the second factor, and the way to everything else. */
@Hidden
@Controller
class AccountPages {

    private final OwnProfile profiles;
    private final SecondFactors factors;
    private final Everywhere everywhere;

    AccountPages(OwnProfile profiles, SecondFactors factors, Everywhere everywhere) {
        this.profiles = profiles;
        this.factors = factors;
        this.everywhere = everywhere;
    }

    @GetMapping("/account")
    String account(@RequestParam(required = false) @Nullable String password, Principal person, Model model) {
        profiles.find(person.getName())
                .ifPresent(user ->
                        model.addAttribute("name", user.profile().name()).addAttribute("username", user.username()));
        model.addAttribute("on", status(person).isOn());
        if (password != null) {
            model.addAttribute("notice", "Your password is changed, and every other browser is signed out.");
        }
        return "pages/account";
    }

    private SecondFactors.Status status(Principal person) {
        return everywhere.call(() -> factors.status(person.getName()));
    }

    @GetMapping("/account/second-factor")
    String secondFactor(Principal person, Model model) {
        model.addAttribute("status", status(person));
        return "pages/second-factor-settings";
    }

    @GetMapping("/account/second-factor/enrolment")
    String enrolment(Principal person, Model model) {
        return everywhere
                .call(() -> factors.enrol(person.getName()))
                .map(enrolment -> Codes.enrolment(enrolment, "/account/second-factor/enrolment", false, model))
                .orElse("redirect:/account/second-factor");
    }

    @PostMapping("/account/second-factor/enrolment")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var userId = person.getName();
        var address = request.getRemoteAddr();
        var proof = everywhere.call(() -> factors.confirm(userId, code, address));
        if (!(proof instanceof Proof.Accepted)) {
            var page = enrolment(person, model);
            return page.startsWith("redirect:") ? page : Codes.refused(proof, page, response, model);
        }
        return Codes.shown(everywhere.call(() -> factors.renewCodes(userId, true, address)), "/account", model);
    }

    @PostMapping("/account/second-factor/recovery-codes")
    String renew(
            @RequestParam(defaultValue = "") String code,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var userId = person.getName();
        var address = request.getRemoteAddr();
        var proof = everywhere.call(() -> factors.prove(userId, code, address));
        return proof instanceof Proof.Accepted
                ? Codes.shown(
                        everywhere.call(() -> factors.renewCodes(userId, false, address)),
                        "/account/second-factor",
                        model)
                : Codes.refused(proof, secondFactor(person, model), response, model);
    }

    @PostMapping("/account/second-factor/disable")
    String disable(
            @RequestParam(defaultValue = "") String code,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var userId = person.getName();
        if (!status(person).requiredBy().isEmpty()) {
            return "redirect:/account/second-factor";
        }
        var proof = everywhere.call(() -> factors.prove(userId, code, request.getRemoteAddr()));
        if (!(proof instanceof Proof.Accepted)) {
            return Codes.refused(proof, secondFactor(person, model), response, model);
        }
        everywhere.call(() -> factors.disable(userId, request.getRemoteAddr()));
        return "redirect:/account/second-factor";
    }
}
