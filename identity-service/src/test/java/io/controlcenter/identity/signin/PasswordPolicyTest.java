package io.controlcenter.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "short, at least 12",
        "elevenchars, at least 12",
        "ada.buyer@acme.example, your user name",
        "ADA.BUYER@acme.example, your user name",
        "Ada.Buyer.2026!, your user name",
        "Password1234!, one of the first",
        "p@ssw0rd2026, one of the first",
        "letmein12345, one of the first",
        "Welcome2026!!, one of the first",
        "123456789012, one of the first",
        "111111111111, one of the first",
        "aaaaaaaaaaaaaaaa, one of the first",
        "abababababab, one of the first",
        "correct horse battery staple, one of the first"
    })
    void what_somebody_would_try_first_is_refused(String password, String why) {
        assertThat(PasswordPolicy.objection(password, "ada.buyer@acme.example"))
                .hasValueSatisfying(objection -> assertThat(objection).containsIgnoringCase(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"four words and a comma", "twelve chars", "Übergrößenträger", "8f3k2-99x1q-mm0", "74029518364207"
            })
    void long_and_unusual_will_do_without_rules_about_signs(String password) {
        assertThat(PasswordPolicy.objection(password, "ada.buyer@acme.example")).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void what_bcrypt_would_cut_off_is_refused() {
        assertThat(PasswordPolicy.objection("ab c".repeat(19), "ada")).isPresent();
        assertThat(PasswordPolicy.objection(
                        "grass lamp 7 otter, quiet violin / 42 maps & one slow tram over Lisbon!!", "ada"))
                .isEmpty();
    }
}
