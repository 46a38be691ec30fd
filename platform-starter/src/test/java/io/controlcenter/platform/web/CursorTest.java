package io.controlcenter.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property(tries = 200)
    void what_was_encoded_is_decoded(@ForAll @AlphaChars String value, @ForAll @LongRange(min = 0) long id) {
        var cursor = new Cursor("-createdAt", value, Long.toString(id));
        assertThat(Cursor.decode(cursor.encode(), "-createdAt")).contains(cursor);
    }

    @Test
    void a_cursor_of_another_order_or_none_at_all_is_refused() {
        var cursor = new Cursor("-createdAt", "x", "1").encode();
        assertThat(Cursor.decode(cursor, "createdAt")).isEmpty();
        assertThat(Cursor.decode("%%%", "createdAt")).isEmpty();
        assertThat(Cursor.decode("YWJj", "createdAt")).isEmpty();
    }
}
