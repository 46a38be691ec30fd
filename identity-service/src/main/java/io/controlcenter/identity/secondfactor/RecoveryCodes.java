package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.secrets.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes for the day on which the authenticator app is lost: each works once. They have some eighty random bits, so a plain
 * digest of them is enough to keep.
 */
@Component
class RecoveryCodes {

    static final int MANY = 10;

    /** Without signs that look alike. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;

    RecoveryCodes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** New ones, said once; the ones before stop working. */
    List<String> renew(String userId) {
        remove(userId);
        var codes = Stream.generate(RecoveryCodes::next).distinct().limit(MANY).toList();
        for (var code : codes) {
            db.sql("insert into recovery_code (user_id, code_hash) values (:user, :hash)")
                    .param("user", userId)
                    .param("hash", hash(code))
                    .update();
        }
        return codes;
    }

    private static String next() {
        return Stream.generate(() -> RANDOM.ints(GROUP, 0, SIGNS.length())
                        .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                        .collect(Collectors.joining()))
                .limit(GROUPS)
                .collect(Collectors.joining("-"));
    }

    /** However it was typed. */
    private static String hash(String code) {
        return Secrets.hash("recovery:" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    boolean use(String userId, String code) {
        return db.sql("""
                        update recovery_code set used_at = :now
                        where user_id = :user and code_hash = :hash and used_at is null""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("user", userId)
                        .param("hash", hash(code))
                        .update()
                > 0;
    }

    int left(String userId) {
        return db.sql("select count(*) from recovery_code where user_id = :user and used_at is null")
                .param("user", userId)
                .query(Integer.class)
                .single();
    }

    void remove(String userId) {
        db.sql("delete from recovery_code where user_id = :user")
                .param("user", userId)
                .update();
    }
}
