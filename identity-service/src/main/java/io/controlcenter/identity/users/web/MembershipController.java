package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.application.GrantingAccess;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a user may do on an enterprise. */
@RestController
@RequestMapping(path = "/api/v{version}/users/{userId}/memberships/{enterpriseId}", version = "1")
@Tag(name = "Users")
class MembershipController {

    private final GrantingAccess granting;
    private final GrantInputs inputs;

    MembershipController(GrantingAccess granting, GrantInputs inputs) {
        this.granting = granting;
        this.inputs = inputs;
    }

    @PutMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "putMembership",
            summary = "Give a user rights on the enterprise, or other ones; an existing user gets no mail")
    ResponseEntity<GrantView> put(
            @PathVariable String userId,
            @PathVariable String enterpriseId,
            @RequestBody GrantInput wanted,
            IfMatch ifMatch,
            Caller caller) {
        var rights = inputs.wanted(wanted, enterpriseId, "");
        var answer = granting.put(userId, enterpriseId, rights, "", ifMatch::require, Callers.granter(caller));
        return switch (answer) {
            case GrantingAccess.Answer.Refused(var why) -> throw UserProblems.of(why);
            case GrantingAccess.Answer.Given(var grant, var isNew) ->
                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(IfMatch.tag(grant.version()))
                        .body(GrantView.of(grant));
        };
    }

    @DeleteMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "deleteMembership",
            summary = "Take all rights on the enterprise from a user; works within seconds")
    ResponseEntity<Void> delete(
            @PathVariable String userId, @PathVariable String enterpriseId, IfMatch ifMatch, Caller caller) {
        requireHere(enterpriseId, caller);
        granting.revoke(userId, enterpriseId, ifMatch::require, Callers.granter(caller))
                .ifPresent(why -> {
                    throw UserProblems.of(why);
                });
        return ResponseEntity.noContent().build();
    }

    private static void requireHere(String enterpriseId, Caller caller) {
        if (caller.enterpriseId() != null && !caller.enterpriseId().equals(enterpriseId)) {
            throw Problem.notFound("The membership");
        }
    }
}
