package io.controlcenter.identity.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final String OLD = "an old key of twenty-four signs";
    private static final String NEW = "a new key of twenty-four signs!";
    private final SecretBox box = new SecretBox(List.of(OLD));

    @Property(tries = 50)
    void what_is_sealed_is_opened_again(@ForAll String secret) {
        // lone surrogates are no text that could be stored
        var text = new String(
                secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(box.open("totp:u-1", box.seal("totp:u-1", text))).isEqualTo(text);
    }

    @Test
    void the_same_secret_never_looks_the_same_and_never_shows() {
        var sealed = box.seal("totp:u-1", "JBSWY3DPEHPK3PXP");
        assertThat(sealed).startsWith("sealed:").doesNotContain("JBSWY3DPEHPK3PXP");
        assertThat(box.seal("totp:u-1", "JBSWY3DPEHPK3PXP")).isNotEqualTo(sealed);
    }

    @Test
    void it_opens_for_its_purpose_only() {
        var sealed = box.seal("totp:u-1", "secret");
        assertThatThrownBy(() -> box.open("totp:u-2", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_changed_does_not_open() {
        var sealed = box.seal("totp:u-1", "secret");
        // not the last sign, of which not every bit counts
        var changed = new StringBuilder(sealed);
        var place = changed.length() - 2;
        changed.setCharAt(place, changed.charAt(place) == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> box.open("totp:u-1", changed.toString())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("totp:u-1", box.currentPrefix() + "%%%"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_new_key_seals_and_the_one_before_still_opens_until_it_is_taken_away() {
        var sealed = box.seal("totp:u-1", "secret");
        var both = new SecretBox(List.of(NEW, OLD));
        assertThat(both.open("totp:u-1", sealed)).isEqualTo("secret");
        assertThat(both.isCurrent(sealed)).isFalse();
        assertThat(both.isCurrent(both.seal("totp:u-1", "secret"))).isTrue();
        assertThatThrownBy(() -> new SecretBox(List.of(NEW)).open("totp:u-1", sealed))
                .hasMessageContaining("SECRETS_KEY");
    }

    @Test
    void a_missing_or_short_key_is_said_at_the_start() {
        for (var keys : List.of(List.<String>of(), List.of("short"), List.of(NEW, "short"))) {
            assertThatThrownBy(() -> new SecretsSettings(keys)).hasMessageContaining("SECRETS_KEY");
        }
        assertThat(new SecretsSettings(List.of(NEW)).toString()).doesNotContain(NEW);
    }
}
