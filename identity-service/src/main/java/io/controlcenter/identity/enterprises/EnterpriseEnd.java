package io.controlcenter.identity.enterprises;

/** Told when an enterprise ends, inside that transaction, by whoever keeps something that ends with it. */
public interface EnterpriseEnd {

    void ended(String enterpriseId);
}
