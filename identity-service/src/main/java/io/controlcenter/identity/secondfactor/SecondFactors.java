package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.journal.Happening;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.throttling.Throttle;
import io.controlcenter.identity.throttling.Throttle.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's second factors. Setting one up ends with a code of it, so that nobody is locked out by a picture that was not
 * scanned; a code works once, and guessing is slowed down wherever it is tried.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SecondFactors {

    private static final int FREE_FAILURES = 5;
    private final FactorRows rows;
    private final RecoveryCodes recovery;
    private final Requirement requirement;
    private final Throttle throttle;
    private final SecurityJournal journal;
    private final RealTime time;
    private final JdbcClient db;

    SecondFactors(
            FactorRows rows,
            RecoveryCodes recovery,
            Requirement requirement,
            Throttle throttle,
            SecurityJournal journal,
            RealTime time,
            JdbcClient db) {
        this.rows = rows;
        this.recovery = recovery;
        this.requirement = requirement;
        this.throttle = throttle;
        this.journal = journal;
        this.time = time;
        this.db = db;
    }

    /**
     * What somebody needs to set an authenticator app up.
     *
     * @param secret in Base32, for those who cannot scan
     * @param uri what the picture says
     */
    public record Enrolment(String secret, String uri, QrCode picture) {}

    /**
     * @param since null while there is none
     * @param requiredBy enterprises that require one, and {@code PROVIDER}
     */
    public record Status(@Nullable Instant since, boolean beingSetUp, int recoveryCodesLeft, List<String> requiredBy) {

        public boolean isOn() {
            return since != null;
        }
    }

    public Demand demand(String userId) {
        if (rows.find(userId).filter(FactorRows.Factor::isOn).isPresent()) {
            return Demand.CODE;
        }
        return requirement.of(userId).isEmpty() ? Demand.NOTHING : Demand.ENROLMENT;
    }

    public Status status(String userId) {
        var factor = rows.find(userId);
        return new Status(
                factor.map(FactorRows.Factor::confirmedAt).orElse(null),
                factor.filter(one -> !one.isOn()).isPresent(),
                recovery.left(userId),
                requirement.of(userId));
    }

    /** What to scan; the same until it is confirmed or given up. Empty when a second factor is there already. */
    public Optional<Enrolment> enrol(String userId) {
        rows.begin(userId, Totp.newSecret());
        return rows.find(userId).filter(one -> !one.isOn()).map(one -> enrolment(userId, one.secret()));
    }

    private Enrolment enrolment(String userId, String secret) {
        var username = db.sql("select username from app_user where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .single();
        var uri = Totp.uri(secret, username);
        return new Enrolment(secret, uri, QrCode.of(uri));
    }

    /** Begins to ask for codes, when the first one is right. Recovery codes come by {@link #renewCodes}. */
    public Proof confirm(String userId, String code, @Nullable String address) {
        var pending = rows.lock(userId).filter(one -> !one.isOn());
        if (pending.isEmpty()) {
            return new Proof.NotSetUp();
        }
        return judged(userId, address, () -> isRight(userId, pending.get(), code), () -> {
            rows.confirm(userId);
            journal.happened(userId, Happening.SECOND_FACTOR_ENABLED, address);
        });
    }

    /** By a code of the app or by a recovery code. */
    public Proof prove(String userId, String code, @Nullable String address) {
        var factor = rows.lock(userId).filter(FactorRows.Factor::isOn);
        if (factor.isEmpty()) {
            return new Proof.NotSetUp();
        }
        return judged(
                userId,
                address,
                () -> isRight(userId, factor.get(), code) || isRecovery(userId, code, address),
                () -> {});
    }

    private interface Check {
        boolean passes();
    }

    private Proof judged(String userId, @Nullable String address, Check check, Runnable then) {
        var bucket = Bucket.of("second-factor", userId, FREE_FAILURES);
        var pause = throttle.pause(bucket);
        if (pause.isPresent()) {
            return new Proof.Paused(pause.get());
        }
        if (!check.passes()) {
            return failed(userId, bucket, address);
        }
        throttle.forgive(bucket);
        then.run();
        return new Proof.Accepted();
    }

    private Proof failed(String userId, Bucket bucket, @Nullable String address) {
        journal.happened(userId, Happening.SIGN_IN_FAILED, address, Map.of("reason", "SECOND_FACTOR"));
        if (throttle.failed(bucket)) {
            journal.happened(userId, Happening.SIGN_IN_LOCKED, address);
        }
        return new Proof.Wrong();
    }

    private boolean isRight(String userId, FactorRows.Factor factor, String code) {
        var step = Totp.step(factor.secret(), code.replaceAll("\\s", ""), time.now(), factor.lastStep());
        step.ifPresent(used -> rows.used(userId, used));
        return step.isPresent();
    }

    private boolean isRecovery(String userId, String code, @Nullable String address) {
        var used = recovery.use(userId, code);
        if (used) {
            journal.happened(userId, Happening.RECOVERY_CODE_USED, address);
        }
        return used;
    }

    /** After a proof. The first ones come with the second factor and are no news of their own. */
    public List<String> renewCodes(String userId, boolean first, @Nullable String address) {
        if (!first) {
            journal.happened(userId, Happening.RECOVERY_CODES_RENEWED, address);
        }
        return recovery.renew(userId);
    }

    /** After a proof; false where an enterprise requires one. */
    public boolean disable(String userId, @Nullable String address) {
        if (!requirement.of(userId).isEmpty()) {
            return false;
        }
        remove(userId);
        journal.happened(userId, Happening.SECOND_FACTOR_DISABLED, address);
        return true;
    }

    /** By an administrator, for somebody who has lost it; false when there was none. */
    public boolean reset(String userId) {
        if (!remove(userId)) {
            return false;
        }
        throttle.forgive(Bucket.of("second-factor", userId, FREE_FAILURES));
        journal.happened(userId, Happening.SECOND_FACTOR_RESET, null);
        return true;
    }

    private boolean remove(String userId) {
        recovery.remove(userId);
        return rows.remove(userId);
    }
}
