package io.controlcenter.identity.sessions;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.users.application.OwnProfile;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people see in which browsers they are signed in, and end what is not theirs any more. */
@Hidden
@Controller
class SessionPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);
    private final SignIns signIns;
    private final OwnProfile profiles;
    private final Everywhere everywhere;

    SessionPages(SignIns signIns, OwnProfile profiles, Everywhere everywhere) {
        this.signIns = signIns;
        this.profiles = profiles;
        this.everywhere = everywhere;
    }

    /** One browser, in words. */
    record Row(
            String id, String device, String since, String used, String address, List<String> clients, boolean here) {}

    @GetMapping("/account/sessions")
    String sessions(Authentication person, Model model) {
        var zone = profiles.find(person.getName())
                .map(user -> ZoneId.of(user.profile().timeZone()))
                .orElse(ZoneId.of("UTC"));
        var here = here(person);
        model.addAttribute(
                "sessions",
                signIns.of(person.getName()).stream()
                        .map(one -> new Row(
                                one.signInId(),
                                Device.of(one.userAgent()),
                                text(one.signedInAt(), zone),
                                text(one.lastUsedAt(), zone),
                                one.address(),
                                one.clients(),
                                one.signInId().equals(here)))
                        .toList());
        return "pages/sessions";
    }

    private static String text(Instant instant, ZoneId zone) {
        return WHEN.format(instant.atZone(zone));
    }

    private static String here(Authentication person) {
        return person.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getSessionId())
                : "";
    }

    @PostMapping("/account/sessions/end")
    String end(@RequestParam(defaultValue = "") String id, Authentication person, HttpServletRequest request) {
        if (!id.equals(here(person))) {
            everywhere.call(() -> signIns.end(person.getName(), id, request.getRemoteAddr()));
        }
        return "redirect:/account/sessions";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Authentication person) {
        everywhere.run(() -> signIns.endOthers(person.getName(), here(person)));
        return "redirect:/account/sessions";
    }
}
