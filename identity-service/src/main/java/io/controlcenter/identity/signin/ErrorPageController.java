package io.controlcenter.identity.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a person sees where a program gets problem+json: what happened, and nothing of the inside. */
@Hidden
@Controller
class ErrorPageController {

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setHeader("Content-Security-Policy", PageSecurity.CONTENT_SECURITY);
        model.addAttribute("title", title(status)).addAttribute("text", text(status));
        return "pages/error";
    }

    /** An address that was copied in part, for instance. */
    @GetMapping({"/account/{page}", "/login/{page}"})
    void nothing(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This link or form does not work";
            case 401, 403 -> "This was not allowed";
            case 404 -> "There is nothing here";
            case 503 -> "We will be back in a moment";
            default -> status < 500 ? "This did not work" : "Something failed on our side";
        };
    }

    private static String text(int status) {
        return switch (status) {
            case 400 ->
                "The application that sent you here asked for something that we cannot do. Go back and try again; "
                        + "if it stays so, tell whoever runs the application.";
            case 401, 403 ->
                "The page was open for too long, or it belongs to somebody else. Go back, reload it and try again.";
            case 404 ->
                "The address may have been copied in part. Check it, or start from the application you came from.";
            case 503 -> "Please try again in a few seconds.";
            default ->
                status < 500 ? "Go back and try again." : "Please try again. Nothing was lost that you had saved.";
        };
    }
}
