package io.controlcenter.identity.secondfactor;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** After {@code SECRETS_KEY} got a new first key: until nothing is sealed by the ones before, which can then go. */
@Component
class SealingAnew implements DueWork {

    private final FactorRows rows;
    private final OneByOne oneByOne;

    SealingAnew(FactorRows rows, OneByOne oneByOne) {
        this.rows = rows;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "seal-second-factors-anew";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, rows::sealedByOlder, rows::sealAnew);
    }
}
