package io.controlcenter.identity.accountgroups;

/** Told when a group changes or ends, inside that transaction, by whoever lets people use its accounts. */
public interface GroupUse {

    /** Other accounts are in it than before. */
    void changed(String enterpriseId, String groupId);

    void ended(String enterpriseId, String groupId);
}
