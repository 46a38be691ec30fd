package io.controlcenter.identity.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in and out. */
@Hidden
@Controller
class SignInPages {

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String disabled,
            @RequestParam(required = false) @Nullable Integer pause,
            @RequestParam(required = false) @Nullable String late,
            HttpServletRequest request,
            Model model) {
        if (pause != null) {
            model.addAttribute("problem", Pauses.text(pause));
        } else if (wrong != null) {
            model.addAttribute("problem", "User name and password do not match.");
        } else if (disabled != null) {
            model.addAttribute(
                    "problem", "This user cannot sign in any more. Ask an administrator of your enterprise.");
        } else if (late != null) {
            model.addAttribute("problem", "That took too long. Begin again with your password.");
        }
        notice(request).ifPresent(notice -> model.addAttribute("notice", notice));
        var session = request.getSession(false);
        model.addAttribute("username", session == null ? null : session.getAttribute(PageSecurity.TYPED_NAME));
        return "pages/login";
    }

    private static Optional<String> notice(HttpServletRequest request) {
        var said = request.getParameterMap();
        if (said.containsKey("welcome")) {
            return Optional.of("Your password is set. Sign in with it now.");
        }
        if (said.containsKey("reset")) {
            return Optional.of("Your new password is set, and you are signed out everywhere. Sign in with it now.");
        }
        return said.containsKey("goodbye") ? Optional.of("You are signed out.") : Optional.empty();
    }

    @GetMapping("/logout")
    String logout() {
        return "pages/logout";
    }
}
