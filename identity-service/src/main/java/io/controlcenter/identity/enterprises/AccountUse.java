package io.controlcenter.identity.enterprises;

/** Told when an account leaves its enterprise, inside that transaction, by whoever lets people use it. */
public interface AccountUse {

    void end(String enterpriseId, String accountId);
}
