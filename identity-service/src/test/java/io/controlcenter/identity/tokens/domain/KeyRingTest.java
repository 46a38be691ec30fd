package io.controlcenter.identity.tokens.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");

    /** Keys by their age in seconds, newest first; named by their place. */
    private static KeyRing ring(long... ages) {
        var places = new int[] {0};
        return new KeyRing(Arrays.stream(ages)
                .mapToObj(age -> {
                    var at = NOW.minusSeconds(age);
                    return new KeyRing.Member("key-" + places[0]++, at, at);
                })
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"0, key-1", "59, key-1", "60, key-0", "3600, key-0"})
    void a_new_key_signs_after_a_minute(long age, String signs) {
        assertThat(ring(age, 100_000).signing(NOW).kid()).isEqualTo(signs);
    }

    @Test
    void the_first_of_all_signs_at_once() {
        assertThat(ring(0).signing(NOW).kid()).isEqualTo("key-0");
        assertThat(ring(0, 1).signing(NOW).kid())
                .as("of two young ones the older")
                .isEqualTo("key-1");
    }

    @ParameterizedTest
    @CsvSource({"89, false", "90, true", "400, true"})
    void it_is_changed_at_its_age(long days, boolean due) {
        assertThat(ring(Duration.ofDays(days).toSeconds()).isRotationDue(NOW, Duration.ofDays(90)))
                .isEqualTo(due);
        assertThat(ring(0, Duration.ofDays(days).toSeconds()).isRotationDue(NOW, Duration.ofDays(90)))
                .as("the newest counts")
                .isFalse();
    }

    @Test
    void an_old_key_stays_until_its_tokens_are_gone() {
        var day = Duration.ofDays(1);
        assertThat(ring(day.toSeconds() + 59, 9_999_999).outlived(NOW, day)).isEmpty();
        assertThat(ring(day.toSeconds() + 60, 9_999_999).outlived(NOW, day))
                .extracting(KeyRing.Member::kid)
                .containsExactly("key-1");
        assertThat(ring(60, day.toSeconds() + 60, 9_999_999, 99_999_999).outlived(NOW, day))
                .extracting(KeyRing.Member::kid)
                .containsExactly("key-2", "key-3");
        assertThat(ring(9_999_999).outlived(NOW, day)).as("never the only one").isEmpty();
    }

    @Test
    void there_is_always_a_key() {
        assertThatThrownBy(() -> new KeyRing(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
