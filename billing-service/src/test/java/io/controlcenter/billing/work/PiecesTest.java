package io.controlcenter.billing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** A piece that fails holds up none of those after it. */
class PiecesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<Integer> due =
            new LinkedHashSet<>(IntStream.range(0, 200).boxed().toList());
    private final List<Integer> tried = new ArrayList<>();

    private List<Integer> first(int limit) {
        return due.stream().limit(limit).toList();
    }

    private void round(Pieces<Integer> pieces) {
        var rounds = 0;
        while (pieces.doSome(this::first) > 0) {
            assertThat(rounds++).isLessThan(500);
        }
    }

    @Test
    void all_others_are_done_and_each_that_fails_is_tried_once_a_round() {
        var broken = Set.copyOf(IntStream.range(0, 120).boxed().toList());
        var pieces = new Pieces.Maker(meters).of("sums", (Integer piece) -> {
            tried.add(piece);
            if (broken.contains(piece)) {
                throw new IllegalStateException("broken");
            }
            due.remove(piece);
        });
        round(pieces);
        assertThat(due).containsExactlyInAnyOrderElementsOf(broken);
        assertThat(tried).hasSize(200).doesNotHaveDuplicates();
        assertThat(meters.counter("due.work.failed", "work", "sums").count()).isEqualTo(120);
        tried.clear();
        round(pieces);
        assertThat(tried).containsExactlyInAnyOrderElementsOf(broken);
    }

    @Test
    void a_piece_that_has_to_wait_does_not_make_the_round_endless_and_is_no_failure() {
        var pieces = new Pieces.Maker(meters).whereDone("sums", (Integer piece) -> piece != 7 && due.remove(piece));
        round(pieces);
        assertThat(due).containsExactly(7);
        assertThat(meters.find("due.work.failed").counter()).isNull();
    }

    @Test
    void while_the_database_is_away_nothing_is_tried() {
        var pieces = new Pieces.Maker(meters).of("sums", (Integer piece) -> {
            tried.add(piece);
            throw new QueryTimeoutException("away");
        });
        assertThatThrownBy(() -> round(pieces)).isInstanceOf(QueryTimeoutException.class);
        assertThat(tried).hasSize(1);
    }
}
