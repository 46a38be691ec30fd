package io.controlcenter.identity.secondfactor;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After {@code SECRETS_KEY} got a new first key: until nothing is sealed by the ones before, which can then go. */
@Component
class SealingAnew implements DueWork {

    private static final int AT_ONCE = 100;
    private final FactorRows rows;

    SealingAnew(FactorRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "seal-second-factors-anew";
    }

    @Override
    @Transactional
    public int doDue(Instant now) {
        return rows.sealAnew(AT_ONCE);
    }
}
