package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.secondfactor.Demand;
import io.controlcenter.identity.secondfactor.Proof;
import io.controlcenter.identity.secondfactor.SecondFactors;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: a code, a recovery code, or setting an authenticator app up. */
@Hidden
@Controller
class SecondFactorPages {

    private static final String LATE = "redirect:/login?late";
    private static final String DISABLED = "redirect:/login?disabled";
    private final SecondFactors factors;
    private final Entrance entrance;
    private final Everywhere everywhere;
    private final Clock clock;

    SecondFactorPages(SecondFactors factors, Entrance entrance, Everywhere everywhere, Clock clock) {
        this.factors = factors;
        this.entrance = entrance;
        this.everywhere = everywhere;
        this.clock = clock;
    }

    private Optional<PendingSignIn> pending(HttpServletRequest request, Demand demand) {
        return PendingSignIn.of(request, demand, clock.instant());
    }

    @GetMapping("/login/second-factor")
    String code(HttpServletRequest request) {
        return pending(request, Demand.CODE).isPresent() ? "pages/second-factor" : LATE;
    }

    @GetMapping("/login/recovery")
    String recovery(HttpServletRequest request) {
        return pending(request, Demand.CODE).isPresent() ? "pages/recovery" : LATE;
    }

    @PostMapping("/login/second-factor")
    String prove(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return prove(code, "pages/second-factor", request, response, model);
    }

    @PostMapping("/login/recovery")
    String recover(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return prove(code, "pages/recovery", request, response, model);
    }

    private String prove(
            String code, String page, HttpServletRequest request, HttpServletResponse response, Model model) {
        var pending = pending(request, Demand.CODE);
        if (pending.isEmpty()) {
            return LATE;
        }
        var userId = pending.get().userId();
        var proof = everywhere.call(() -> factors.prove(userId, code, request.getRemoteAddr()));
        if (!(proof instanceof Proof.Accepted)) {
            return Codes.refused(proof, page, response, model);
        }
        return entrance.open(request, response, userId) ? "redirect:" + Entrance.next(request, response) : DISABLED;
    }

    @GetMapping("/login/enrolment")
    String enrol(HttpServletRequest request, Model model) {
        return pending(request, Demand.ENROLMENT)
                .map(pending -> enrolment(pending.userId(), model))
                .orElse(LATE);
    }

    private String enrolment(String userId, Model model) {
        return everywhere
                .call(() -> factors.enrol(userId))
                .map(enrolment -> Codes.enrolment(enrolment, "/login/enrolment", true, model))
                .orElse(LATE);
    }

    @PostMapping("/login/enrolment")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var pending = pending(request, Demand.ENROLMENT);
        if (pending.isEmpty()) {
            return LATE;
        }
        var userId = pending.get().userId();
        var address = request.getRemoteAddr();
        var proof = everywhere.call(() -> factors.confirm(userId, code, address));
        if (!(proof instanceof Proof.Accepted)) {
            enrolment(userId, model);
            return Codes.refused(proof, "pages/enrolment", response, model);
        }
        var codes = everywhere.call(() -> factors.renewCodes(userId, true, address));
        return entrance.open(request, response, userId)
                ? Codes.shown(codes, Entrance.next(request, response), model)
                : DISABLED;
    }
}
