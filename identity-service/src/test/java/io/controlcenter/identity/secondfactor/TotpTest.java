package io.controlcenter.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    /** The vectors of RFC 6238, appendix B, whose codes have eight digits: ours are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long seconds, String eight) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(eight.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void a_clock_may_be_one_step_off(int seconds, boolean taken) {
        var code = Totp.code(SECRET, NOW.plusSeconds(seconds));
        assertThat(Totp.step(SECRET, code, NOW, 0).isPresent()).isEqualTo(taken);
    }

    @Test
    void no_code_works_twice_nor_one_before_it() {
        var code = Totp.code(SECRET, NOW);
        assertThat(Totp.step(SECRET, code, NOW, STEP - 1)).hasValue(STEP);
        assertThat(Totp.step(SECRET, code, NOW, STEP)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.minusSeconds(30)), NOW, STEP))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(30)), NOW, STEP))
                .hasValue(STEP + 1);
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "١٢٣٤٥٦"})
    void what_is_no_code_is_none(String code) {
        assertThat(Totp.step(SECRET, code, NOW, 0)).isEmpty();
    }

    @Test
    void an_app_reads_issuer_account_and_secret() {
        assertThat(Totp.uri("ABC", "ada+1@acme.example"))
                .isEqualTo("otpauth://totp/Control%20Center:ada%2B1%40acme.example?secret=ABC&issuer=Control%20Center");
    }

    @Test
    void secrets_have_160_bits_and_are_never_the_same() {
        assertThat(new Base32().decode(Totp.newSecret())).hasSize(20);
        assertThat(Totp.newSecret()).isNotEqualTo(Totp.newSecret());
    }
}
