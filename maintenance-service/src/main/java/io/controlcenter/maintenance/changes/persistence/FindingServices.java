package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.application.Impacts.Unknown;
import io.controlcenter.maintenance.changes.application.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds the installed services that a selection means. */
@Component
class FindingServices {

    /** For {@code installed_service s}. */
    static final String CONDITION = """
            s.service_id = any(:serviceIds) or s.circuit_id = any(:circuitIds) or s.site_id = any(:siteIds)
            or (lower(s.city), lower(s.state)) in (select * from unnest(cast(:cities as text[]), cast(:states as text[])))""";

    private final JdbcClient db;

    FindingServices(JdbcClient db) {
        this.db = db;
    }

    StatementSpec parameters(StatementSpec statement, Selection selection) {
        return statement
                .param("serviceIds", selection.serviceIds().toArray(String[]::new))
                .param("circuitIds", selection.circuitIds().toArray(String[]::new))
                .param("siteIds", selection.siteIds().toArray(String[]::new))
                .param("cities", cities(selection))
                .param("states", states(selection));
    }

    private static String[] cities(Selection selection) {
        return selection.places().stream()
                .map(place -> place.city().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static String[] states(Selection selection) {
        return selection.places().stream()
                .map(place -> place.state().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** What no installed service fits: a slip of the pen would otherwise leave customers untold. */
    List<Unknown> unknown(String at, Selection selection) {
        var unknown = new ArrayList<Unknown>();
        missing("s.service_id = w.value", selection.serviceIds().toArray(String[]::new), none(selection.serviceIds()))
                .forEach(i -> unknown.add(new Unknown(
                        at + "/serviceIds/" + i,
                        "the service " + selection.serviceIds().get(i))));
        missing("s.circuit_id = w.value", selection.circuitIds().toArray(String[]::new), none(selection.circuitIds()))
                .forEach(i -> unknown.add(new Unknown(
                        at + "/circuitIds/" + i,
                        "the circuit " + selection.circuitIds().get(i))));
        missing("s.site_id = w.value", selection.siteIds().toArray(String[]::new), none(selection.siteIds()))
                .forEach(i -> unknown.add(new Unknown(
                        at + "/siteIds/" + i,
                        "a service at the site " + selection.siteIds().get(i))));
        missing("lower(s.city) = w.value and lower(s.state) = w.second", cities(selection), states(selection))
                .forEach(i -> unknown.add(new Unknown(
                        at + "/locations/" + i,
                        "a service in " + selection.places().get(i).city())));
        return unknown;
    }

    private static String[] none(List<String> values) {
        return IntStream.range(0, values.size()).mapToObj(_ -> "").toArray(String[]::new);
    }

    private List<Integer> missing(String fits, String[] values, String[] seconds) {
        return db.sql("""
                        select position - 1 from unnest(cast(:values as text[]), cast(:seconds as text[]))
                          with ordinality as w (value, second, position)
                        where not exists (select 1 from installed_service s where s.active and %s)
                        order by position""".formatted(fits))
                .param("values", values)
                .param("seconds", seconds)
                .query((row, _) -> row.getInt(1))
                .list();
    }
}
