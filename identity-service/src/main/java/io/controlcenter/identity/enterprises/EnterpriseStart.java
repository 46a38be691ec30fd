package io.controlcenter.identity.enterprises;

/** Told of a new enterprise, inside the transaction that creates it, by whoever begins something for it. */
public interface EnterpriseStart {

    void started(Enterprise enterprise);
}
