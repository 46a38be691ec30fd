package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody who was invited chooses the first password. */
@Hidden
@Controller
class InvitationPages {

    private final Credentials credentials;
    private final Passwords passwords;
    private final Everywhere everywhere;

    InvitationPages(Credentials credentials, Passwords passwords, Everywhere everywhere) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.everywhere = everywhere;
    }

    @GetMapping("/account/invitation")
    String invitation(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return everywhere
                .call(() -> credentials.invited(token))
                .map(invited -> form(token, invited, model))
                .orElseGet(() -> expired(response));
    }

    @PostMapping("/account/invitation")
    String accept(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        var invited = everywhere.call(() -> credentials.invited(token));
        if (invited.isEmpty()) {
            return expired(response);
        }
        var objection = everywhere.call(() -> passwords.objection(invited.get(), password, repeated));
        if (objection.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", objection.get());
            return form(token, invited.get(), model);
        }
        return everywhere.call(() -> credentials.accept(token, password))
                ? "redirect:/login?welcome"
                : expired(response);
    }

    private static String form(String token, Credentials.Login invited, Model model) {
        model.addAttribute("token", token)
                .addAttribute("username", invited.username())
                .addAttribute("shortest", PasswordPolicy.SHORTEST);
        return "pages/invitation";
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "pages/invitation-expired";
    }
}
