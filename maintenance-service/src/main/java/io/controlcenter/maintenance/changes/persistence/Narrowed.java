package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.application.Narrowing;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A narrowing as conditions of SQL on {@code gcr g}, with their parameters. */
final class Narrowed {

    private static final String SAID = """
            (g.gcr_number = :number or g.title ilike :text or cast(g.locations as text) ilike :text
              or exists (select 1 from service_impact x
                where x.gcr_number = g.gcr_number and (x.circuit_id ilike :text or x.service_id ilike :text)))""";

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param enterpriseId null for the whole network */
    Narrowed(@Nullable String enterpriseId, Narrowing narrowing) {
        if (enterpriseId != null) {
            conditions.add("g.gcr_number in (select gcr_number from service_impact where enterprise_id = :enterprise)");
            parameters.put("enterprise", enterpriseId);
        }
        having("service_id", narrowing.serviceIds());
        having("circuit_id", narrowing.circuitIds());
        having("account_id", narrowing.accountIds());
        having("impact", narrowing.impacts());
        if (narrowing.text() != null) {
            said(narrowing.text().strip());
        }
    }

    private void having(String column, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add("exists (select 1 from service_impact x where x.gcr_number = g.gcr_number and x.%s in (:%s))"
                    .formatted(column, column));
            parameters.put(column, values);
        }
    }

    private void said(String text) {
        conditions.add(SAID);
        var number = GcrNumber.parse(text.replaceFirst("-\\d{1,4}$", ""));
        parameters.put("number", number.map(GcrNumber::digits).orElse(""));
        parameters.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    /** Between the times of the narrowing, by these columns. */
    Narrowed within(String ends, String starts, Narrowing narrowing) {
        if (narrowing.from() != null) {
            conditions.add(ends + " > cast(:from as timestamptz)");
            parameters.put("from", narrowing.from().toString());
        }
        if (narrowing.to() != null) {
            conditions.add(starts + " < cast(:to as timestamptz)");
            parameters.put("to", narrowing.to().toString());
        }
        return this;
    }

    String condition() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
