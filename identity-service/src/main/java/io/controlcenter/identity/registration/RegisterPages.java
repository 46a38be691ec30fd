package io.controlcenter.identity.registration;

import io.controlcenter.identity.enterprises.Segment;
import io.controlcenter.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form of those who ask for access by a browser: the same rules, bounds and neutral answer as the API's
 * {@link RegistrationController}.
 */
@Hidden
@Controller
class RegisterPages {

    /** Where support works (domain b.0, Time). */
    private static final String CENTRAL_TIME = "America/Chicago";

    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    private static final SortedMap<String, List<String>> ZONES = zones();

    private final Submitting submitting;
    private final RegistrationLimit limit;
    private final Validator validator;

    RegisterPages(Submitting submitting, RegistrationLimit limit, Validator validator) {
        this.submitting = submitting;
        this.limit = limit;
        this.validator = validator;
    }

    @GetMapping("/account/register")
    String form(@RequestParam Map<String, String> typed, Model model) {
        var known = Map.of("timeZone", CENTRAL_TIME, "segment", typed.getOrDefault("segment", ""));
        return form(known, Map.of(), model);
    }

    @PostMapping("/account/register")
    String send(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            limit.take(request.getRemoteAddr());
            var wanted = read(typed);
            var problems = problems(wanted);
            if (problems.isEmpty()) {
                submitting.submit(wanted.toRequest());
                return "redirect:/account/register/sent";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "Please look again at what is marked below.");
            return form(typed, problems, model);
        } catch (Problem refused) {
            return refused(refused, typed, response, model);
        }
    }

    private String refused(Problem refused, Map<String, String> typed, HttpServletResponse response, Model model) {
        response.setStatus(refused.getStatusCode().value());
        var wait = refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        model.addAttribute(
                "problem",
                wait == null
                        ? refused.getBody().getDetail()
                        : "There were too many attempts from where you are. Try again in an hour.");
        return form(typed, Map.of(), model);
    }

    @GetMapping("/account/register/sent")
    String sent() {
        return "pages/register-sent";
    }

    private static String form(Map<String, String> typed, Map<String, String> problems, Model model) {
        model.addAttribute("typed", typed).addAttribute("problems", problems).addAttribute("zones", ZONES);
        return "pages/register";
    }

    /** What is missing is found by its constraints right after, as in a request's body. */
    @SuppressWarnings("NullAway")
    private static NewRegistration read(Map<String, String> typed) {
        return new NewRegistration(
                segment(typed.getOrDefault("segment", "")),
                text(typed, "enterpriseId"),
                text(typed, "accountId"),
                text(typed, "invoiceNumber"),
                text(typed, "username"),
                text(typed, "email"),
                text(typed, "firstName"),
                text(typed, "lastName"),
                text(typed, "phone"),
                text(typed, "timeZone"));
    }

    private static @Nullable Segment segment(String chosen) {
        return Arrays.stream(Segment.values())
                .filter(segment -> segment.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** A field that was left empty is none, and nobody means to type a control character. */
    private static @Nullable String text(Map<String, String> typed, String name) {
        var text = typed.getOrDefault(name, "").replaceAll("\\p{Cntrl}", "").strip();
        return text.isEmpty() ? null : text;
    }

    private Map<String, String> problems(NewRegistration wanted) {
        return validator.validate(wanted).stream()
                .collect(Collectors.toMap(
                        violation -> violation.getPropertyPath().toString(), RegisterPages::text, (one, _) -> one));
    }

    private static String text(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotBlank _, NotNull _ -> "Please fill this in.";
            case Email _ -> "This is no e-mail address.";
            case Size _ -> "This is too long.";
            default -> "This " + violation.getMessage() + ".";
        };
    }

    /** Time zones by region, as people look for them; without other names of the same. */
    private static SortedMap<String, List<String>> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> REGIONS.contains(region(zone)))
                .sorted()
                .collect(Collectors.groupingBy(RegisterPages::region, TreeMap::new, Collectors.toList()));
    }

    private static String region(String zone) {
        return zone.substring(0, Math.max(0, zone.indexOf('/')));
    }
}
