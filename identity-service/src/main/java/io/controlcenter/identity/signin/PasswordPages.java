package io.controlcenter.identity.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people choose another password: one they know, or one they forgot. */
@Hidden
@Controller
class PasswordPages {

    private final PasswordResets resets;
    private final ChangingPassword changing;

    PasswordPages(PasswordResets resets, ChangingPassword changing) {
        this.resets = resets;
        this.changing = changing;
    }

    @GetMapping("/account/forgot")
    String forgot() {
        return "pages/forgot";
    }

    /** The same for everybody, known or not. */
    @PostMapping("/account/forgot")
    String wish(@RequestParam(defaultValue = "") String username, HttpServletRequest request) {
        resets.wish(username, request.getRemoteAddr());
        return "redirect:/account/forgot/sent";
    }

    @GetMapping("/account/forgot/sent")
    String sent() {
        return "pages/forgot-sent";
    }

    @GetMapping("/account/reset")
    String reset(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return resets.find(token)
                .map(login -> resetForm(token, login.username(), model))
                .orElseGet(() -> expired(response));
    }

    @PostMapping("/account/reset")
    String choose(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        var answer = resets.reset(token, password, repeated, request.getRemoteAddr());
        if (answer.isEmpty()) {
            return expired(response);
        }
        if (answer.get().objection().isEmpty()) {
            return "redirect:/login?reset";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", answer.get().objection());
        return resetForm(token, answer.get().username(), model);
    }

    private static String resetForm(String token, String username, Model model) {
        model.addAttribute("token", token)
                .addAttribute("username", username)
                .addAttribute("shortest", PasswordPolicy.SHORTEST);
        return "pages/reset";
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "pages/reset-expired";
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("shortest", PasswordPolicy.SHORTEST);
        return "pages/password";
    }

    @PostMapping("/account/password")
    String change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var outcome = changing.change(new ChangingPassword.Wish(
                person.getName(), current, password, repeated, Entrance.signInId(person), request.getRemoteAddr()));
        if (outcome instanceof ChangingPassword.Outcome.Changed) {
            return "redirect:/account?password";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrongCurrent", outcome instanceof ChangingPassword.Outcome.WrongPassword)
                .addAttribute("problem", text(outcome));
        return password(model);
    }

    private static String text(ChangingPassword.Outcome outcome) {
        return switch (outcome) {
            case ChangingPassword.Outcome.Changed() -> "";
            case ChangingPassword.Outcome.WrongPassword() -> "Your present password is not right.";
            case ChangingPassword.Outcome.Objected(var why) -> why;
            case ChangingPassword.Outcome.Paused(var pause) -> Pauses.text(pause);
        };
    }
}
