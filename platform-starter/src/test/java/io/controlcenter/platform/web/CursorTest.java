package io.controlcenter.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.platform.problem.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property(tries = 200)
    void what_was_encoded_is_decoded(@ForAll @AlphaChars String value, @ForAll @LongRange(min = 0) long id) {
        var cursor = new Cursor("-createdAt", value, Long.toString(id));
        assertThat(Cursor.decode(cursor.encode(), "-createdAt")).isEqualTo(cursor);
    }

    @Test
    void a_cursor_of_another_order_or_none_at_all_is_refused() {
        var cursor = new Cursor("-createdAt", "x", "1").encode();
        assertThatThrownBy(() -> Cursor.decode(cursor, "createdAt")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.decode("%%%", "createdAt")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.decode("YWJj", "createdAt")).isInstanceOf(Problem.class);
    }
}
