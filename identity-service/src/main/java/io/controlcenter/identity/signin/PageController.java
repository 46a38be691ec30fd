package io.controlcenter.identity.signin;

import io.controlcenter.identity.users.application.OwnProfile;
import io.controlcenter.platform.tenancy.TenantScope;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which people sign in and out and choose a password. */
@Hidden
@Controller
class PageController {

    private final Credentials credentials;
    private final OwnProfile profiles;

    PageController(Credentials credentials, OwnProfile profiles) {
        this.credentials = credentials;
        this.profiles = profiles;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String disabled,
            @RequestParam(required = false) @Nullable Integer pause,
            @RequestParam(required = false) @Nullable String welcome,
            @RequestParam(required = false) @Nullable String goodbye,
            Model model) {
        if (pause != null) {
            model.addAttribute(
                    "problem",
                    "Too many attempts. Try again in "
                            + (pause == 1 ? "a minute." : Math.min(pause, 999) + " minutes."));
        } else if (wrong != null) {
            model.addAttribute("problem", "User name and password do not match.");
        } else if (disabled != null) {
            model.addAttribute(
                    "problem", "This user cannot sign in any more. Ask an administrator of your enterprise.");
        }
        if (welcome != null) {
            model.addAttribute("notice", "Your password is set. Sign in with it now.");
        } else if (goodbye != null) {
            model.addAttribute("notice", "You are signed out.");
        }
        return "pages/login";
    }

    @GetMapping("/logout")
    String logout() {
        return "pages/logout";
    }

    @GetMapping("/account")
    String account(Principal principal, Model model) {
        profiles.find(principal.getName())
                .ifPresent(user ->
                        model.addAttribute("name", user.profile().name()).addAttribute("username", user.username()));
        return "pages/account";
    }

    @GetMapping("/account/invitation")
    String invitation(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        var invited = everywhere(() -> credentials.invited(token));
        if (invited.isEmpty()) {
            return expired(response);
        }
        return form(token, invited.get(), model);
    }

    @PostMapping("/account/invitation")
    String accept(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        var invited = everywhere(() -> credentials.invited(token));
        if (invited.isEmpty()) {
            return expired(response);
        }
        var objection = password.equals(repeated)
                ? PasswordPolicy.objection(password, invited.get().username())
                : java.util.Optional.of("The two passwords are not the same.");
        if (objection.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", objection.get());
            return form(token, invited.get(), model);
        }
        return everywhere(() -> credentials.accept(token, password)) ? "redirect:/login?welcome" : expired(response);
    }

    private static <T> T everywhere(java.util.function.Supplier<T> work) {
        return TenantScope.call(TenantScope.ALL, work);
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
