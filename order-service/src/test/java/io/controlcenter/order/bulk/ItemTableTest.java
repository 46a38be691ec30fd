package io.controlcenter.order.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.problem.Violation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CSV file of order items, and what can be wrong with its form. */
class ItemTableTest {

    @Test
    void columns_may_come_in_any_order_and_cells_may_be_blank_or_quoted() {
        var table = ItemTable.read("\uFEFFsiteId,itemId,productCode\r\nSITE-1,a,\"DS1\"\r\n\r\n,\"b\", DS3 \r\n");
        assertThat(table.violations()).isEmpty();
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().line()).isEqualTo(2);
        assertThat(table.rows().getLast().cell(ItemTable.Column.siteId)).isNull();
        assertThat(table.rows().getLast().cell(ItemTable.Column.productCode)).isEqualTo("DS3");
        assertThat(table.rows().getLast().pointer(ItemTable.Column.siteId)).isEqualTo("/lines/4/siteId");
    }

    @Test
    void a_wrong_header_is_said_once_and_not_again_for_every_line() {
        var table = ItemTable.read("productCode,colour,productCode\nDS1,red,x\nDS3,blue,y\n");
        assertThat(table.violations())
                .extracting(Violation::pointer)
                .containsExactly("/lines/1/colour", "/lines/1/productCode", "/lines/1/itemId");
    }

    @Test
    void a_line_with_too_few_or_too_many_values_is_named() {
        var table = ItemTable.read("itemId,productCode\na\nb,DS1\nc,DS1,x\n");
        assertThat(table.violations()).extracting(Violation::pointer).containsExactly("/lines/2", "/lines/4");
        assertThat(table.rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "itemId,productCode\n", "\n\n"})
    void a_file_without_items_is_refused(String text) {
        assertThat(ItemTable.read(text).violations()).isNotEmpty();
    }

    @Test
    void a_broken_quote_is_no_csv() {
        assertThat(ItemTable.read("itemId,productCode\n\"a,DS1\n").violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.code()).isEqualTo(Violation.INVALID_FORMAT));
    }

    @Test
    void five_hundred_items_are_the_most() {
        assertThat(ItemTable.read(lines(500)).violations()).isEmpty();
        assertThat(ItemTable.read(lines(501)).violations())
                .extracting(Violation::code)
                .containsExactly(Violation.TOO_MANY_RECORDS);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "item-" + i + ",DS1")
                .collect(Collectors.joining("\n", "itemId,productCode\n", "\n"));
    }
}
