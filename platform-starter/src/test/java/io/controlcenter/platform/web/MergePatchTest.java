package io.controlcenter.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MergePatchTest {

    private final MergePatch patch = new MergePatch(Set.of("reference"));

    @Test
    void what_is_taken_away_is_gone_what_is_given_is_new_and_the_rest_stays() {
        assertThat(patch.apply("reference", null, "INC-1")).isNull();
        assertThat(patch.apply("text", "new", "old")).isEqualTo("new");
        assertThat(patch.apply("text", null, "old")).isEqualTo("old");
    }
}
