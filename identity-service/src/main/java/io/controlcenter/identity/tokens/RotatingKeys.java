package io.controlcenter.identity.tokens;

import io.controlcenter.identity.RealTime;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the key that signs when it is old enough, and takes away those that nothing is left of. */
@Component
class RotatingKeys implements DueWork {

    private final KeyStore store;
    private final SigningKeys keys;
    private final KeySettings settings;
    private final RealTime time;
    private final AuditTrail audit;

    RotatingKeys(KeyStore store, SigningKeys keys, KeySettings settings, RealTime time, AuditTrail audit) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.time = time;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "rotate-signing-keys";
    }

    @Override
    @Transactional
    public int doDue(Instant now) {
        var present = store.readOrMakeFirst();
        var sealed = store.sealAnew();
        var added = rotate(stored -> KeyStore.ring(stored).isRotationDue(now, settings.rotatedEvery()));
        var removed = KeyStore.ring(present).outlived(time.now(), settings.keptFor()).stream()
                .mapToInt(member -> take(member.kid()))
                .sum();
        return sealed + (added ? 1 : 0) + removed;
    }

    /** A new key, which signs in a minute; false where the present ones do not ask for it. */
    @Transactional
    boolean rotate(Predicate<List<KeyStore.Stored>> due) {
        var added = store.addIf(due);
        if (added) {
            keys.changed();
            audit.record(null, "signing-key.added", "signing-key", "newest", null, null);
        }
        return added;
    }

    @Transactional
    int take(String kid) {
        var removed = store.remove(kid);
        if (removed > 0) {
            keys.changed();
            audit.record(null, "signing-key.removed", "signing-key", kid, null, null);
        }
        return removed;
    }
}
