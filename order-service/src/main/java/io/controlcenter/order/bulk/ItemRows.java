package io.controlcenter.order.bulk;

import io.controlcenter.order.bulk.ItemTable.Column;
import io.controlcenter.order.bulk.ItemTable.Row;
import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.ordering.application.PlaceOrder;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows into items of an order, and what the order finds wrong with them into lines and columns. */
final class ItemRows {

    private static final Pattern ITEM_ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern OF_ITEM = Pattern.compile("/items/(\\d+)(/.*)?");
    private static final int LONGEST_TERM = 84;

    private final List<Violation> violations = new ArrayList<>();
    private final List<Row> rows;

    ItemRows(ItemTable table) {
        this.rows = table.rows();
        this.violations.addAll(table.violations());
    }

    List<Violation> violations() {
        return violations;
    }

    List<PlaceOrder.Item> items() {
        return rows.stream().map(this::item).toList();
    }

    private PlaceOrder.Item item(Row row) {
        return new PlaceOrder.Item(
                itemId(row),
                Objects.requireNonNullElse(word(row, Column.action, OrderItem.Action.class), OrderItem.Action.ADD),
                row.cell(Column.productCode),
                row.cell(Column.siteId),
                row.cell(Column.serviceId),
                termMonths(row),
                Objects.requireNonNullElse(word(row, Column.endOfTerm, EndOfTerm.class), EndOfTerm.ROLL),
                OrderItem.Contacts.NONE);
    }

    private String itemId(Row row) {
        var itemId = row.cell(Column.itemId);
        if (itemId == null) {
            violations.add(Violation.missing(row.pointer(Column.itemId), "Every item has an id."));
        } else if (!ITEM_ID.matcher(itemId).matches()) {
            violations.add(new Violation(
                    row.pointer(Column.itemId),
                    Violation.INVALID_FORMAT,
                    "An item's id has 1 to 40 letters, digits, dots or dashes."));
        }
        return Objects.requireNonNullElse(itemId, "line-" + row.line());
    }

    private @Nullable Integer termMonths(Row row) {
        var text = row.cell(Column.termMonths);
        if (text == null) {
            return null;
        }
        try {
            var months = Integer.parseInt(text);
            if (months >= 1 && months <= LONGEST_TERM) {
                return months;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        violations.add(Violation.invalid(
                row.pointer(Column.termMonths), "A term is a whole number of months from 1 to " + LONGEST_TERM + "."));
        return null;
    }

    private <E extends Enum<E>> @Nullable E word(Row row, Column column, Class<E> type) {
        var text = row.cell(column);
        var found = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findAny();
        if (text != null && found.isEmpty()) {
            violations.add(Violation.invalid(
                    row.pointer(column),
                    Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", ", "Expected one of ", "."))));
        }
        return found.orElse(null);
    }

    /** What the order says of its items, at their lines; what is said of a cell already is not said twice. */
    void add(List<Violation> ofOrder) {
        for (var violation : ofOrder) {
            var matcher = OF_ITEM.matcher(violation.pointer());
            var pointer = matcher.matches()
                    ? "/lines/" + rows.get(Integer.parseInt(matcher.group(1))).line()
                            + Objects.requireNonNullElse(matcher.group(2), "")
                    : violation.pointer();
            if (violations.stream().noneMatch(known -> known.pointer().equals(pointer))) {
                violations.add(new Violation(pointer, violation.code(), violation.detail()));
            }
        }
    }
}
