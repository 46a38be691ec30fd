package io.controlcenter.identity.registration;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in the mail leads: a button, because mail programs follow links by themselves. */
@Hidden
@Controller
class RegistrationPages {

    private final Verifying verifying;

    RegistrationPages(Verifying verifying) {
        this.verifying = verifying;
    }

    @GetMapping("/account/registration")
    String look(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        var registration = verifying.look(token);
        if (registration.isEmpty()) {
            return expired(response);
        }
        model.addAttribute("token", token)
                .addAttribute("email", registration.get().applicant().email());
        return "pages/registration";
    }

    @PostMapping("/account/registration")
    String confirm(@RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        return verifying.confirm(token) ? "pages/registration-confirmed" : expired(response);
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "pages/registration-expired";
    }
}
