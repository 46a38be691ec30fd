package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.application.GrantingAccess;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import org.springframework.stereotype.Component;

/** What a grant in a request means: what it says, or what somebody else has. */
@Component
public class GrantInputs {

    private final GrantingAccess granting;

    GrantInputs(GrantingAccess granting) {
        this.granting = granting;
    }

    /** @param at JSON Pointer to the grant in the request */
    public Wanted wanted(GrantInput input, String enterpriseId, String at) {
        var sameAs = input.sameAsUserId();
        if (sameAs == null) {
            return input.toWanted();
        }
        if (input.namesMoreThanSameAs()) {
            throw Problem.unprocessable(Violation.invalid(
                    at + "/sameAsUserId", "Name either a user to copy from or the rights themselves."));
        }
        return granting.rightsOf(sameAs, enterpriseId)
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound(at + "/sameAsUserId", "The enterprise has no such member.")));
    }
}
