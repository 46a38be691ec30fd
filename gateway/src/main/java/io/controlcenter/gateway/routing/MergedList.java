package io.controlcenter.gateway.routing;

import io.controlcenter.gateway.routing.MyEnterprises.Mine;
import io.controlcenter.platform.web.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page over the same list of several enterprises, in the order of that list. Each of them answered its own page from
 * the same place on; the next page begins, in all of them, after the last row that is shown.
 */
final class MergedList {

    private record Row(String position, JsonNode item) {}

    private final List<Row> rows = new ArrayList<>();
    private final ArrayNode enterprises;
    private final JsonMapper json;
    private String sortType = "";
    private boolean more;

    MergedList(JsonMapper json) {
        this.json = json;
        this.enterprises = json.createArrayNode();
    }

    /** @return false when the answer is not a page of a list */
    boolean add(Mine enterprise, JsonNode page) {
        var positions = page.path("positions");
        if (!(page.path("items") instanceof ArrayNode items)
                || positions.path("cursors").size() != items.size()
                || !positions.path("type").isString()) {
            return false;
        }
        sortType = positions.path("type").asString();
        more |= page.path("nextCursor").isString();
        for (int i = 0; i < items.size(); i++) {
            rows.add(new Row(positions.path("cursors").path(i).asString(), belonging(items.get(i), enterprise)));
        }
        note(enterprise, "INCLUDED");
        return true;
    }

    /** The caller has no permission there, or no account that was asked for. */
    void leaveOut(Mine enterprise) {
        note(enterprise, "FORBIDDEN");
    }

    private void note(Mine enterprise, String access) {
        enterprises
                .addObject()
                .put("enterpriseId", enterprise.enterpriseId())
                .put("name", enterprise.name())
                .put("access", access);
    }

    private JsonNode belonging(JsonNode item, Mine enterprise) {
        var row = json.createObjectNode();
        row.put("enterpriseId", enterprise.enterpriseId());
        return item instanceof ObjectNode fields ? row.setAll(fields) : item;
    }

    /** @param limit rows of this page */
    ObjectNode page(int limit) {
        rows.sort(Comparator.comparing(Row::position, Positions.order(sortType)));
        var shown = rows.stream().limit(limit).toList();
        var page = json.createObjectNode();
        var items = page.putArray("items");
        shown.forEach(row -> items.add(row.item()));
        var next = more || rows.size() > limit ? last(shown) : null;
        if (next != null) {
            page.put("nextCursor", next);
        }
        page.set("enterprises", enterprises);
        return page;
    }

    private static @Nullable String last(List<Row> shown) {
        return shown.isEmpty() ? null : shown.getLast().position();
    }
}
