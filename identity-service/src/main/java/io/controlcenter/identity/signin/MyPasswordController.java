package io.controlcenter.identity.signin;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own password. */
@RestController
@RequestMapping(path = "/api/v{version}/me/password", version = "1")
@Tag(name = "Me")
class MyPasswordController {

    record NewPassword(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 200) String newPassword) {

        /** Neither in logs nor anywhere. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    private final ChangingPassword changing;

    MyPasswordController(ChangingPassword changing) {
        this.changing = changing;
    }

    @PostMapping
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "changeMyPassword",
            summary = "Take another password by the present one; every sign-in ends, this one too")
    ResponseEntity<Void> change(@RequestBody NewPassword wanted, Caller caller, HttpServletRequest request) {
        if (caller.actor() == Caller.Actor.PARTNER) {
            throw Problem.forbidden("people-only", "A program has no password.");
        }
        var wish = new ChangingPassword.Wish(
                caller.subject(),
                wanted.currentPassword(),
                wanted.newPassword(),
                wanted.newPassword(),
                null,
                request.getRemoteAddr());
        return switch (changing.change(wish)) {
            case ChangingPassword.Outcome.Changed() ->
                ResponseEntity.noContent().build();
            case ChangingPassword.Outcome.WrongPassword() ->
                throw Problem.unprocessable(Violation.invalid("/currentPassword", "This is not the present password."));
            case ChangingPassword.Outcome.Objected(var why) ->
                throw Problem.unprocessable(Violation.invalid("/newPassword", why));
            case ChangingPassword.Outcome.Paused(var pause) ->
                throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", Pauses.text(pause))
                        .retryAfter(pause);
        };
    }
}
