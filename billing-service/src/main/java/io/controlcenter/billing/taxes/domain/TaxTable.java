package io.controlcenter.billing.taxes.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that apply to a supply on a day; each different supply is looked up once. */
public final class TaxTable {

    private final List<TaxRule> rules;
    private final LocalDate on;
    private final Map<Supply, List<Tax>> found = new HashMap<>();

    public TaxTable(List<TaxRule> rules, LocalDate on) {
        this.rules = List.copyOf(rules);
        this.on = on;
    }

    /** In the order of their ids; all that apply, but one value added tax at most. */
    public List<Tax> of(Supply supply) {
        return rules.isEmpty() ? List.of() : found.computeIfAbsent(supply, this::find);
    }

    private List<Tax> find(Supply supply) {
        var applying = rules.stream().filter(rule -> rule.appliesTo(supply, on)).toList();
        var taxes = new ArrayList<Tax>(applying.size());
        applying.stream()
                .map(TaxRule::tax)
                .filter(tax -> tax.kind() != Tax.Kind.VAT)
                .forEach(taxes::add);
        applying.stream()
                .filter(rule -> rule.tax().kind() == Tax.Kind.VAT)
                .max(Comparator.comparingInt(TaxRule::narrowness)
                        .thenComparing(TaxRule::effectiveFrom)
                        .thenComparingLong(rule -> rule.tax().id()))
                .ifPresent(rule -> taxes.add(rule.tax()));
        taxes.sort(Comparator.comparingLong(Tax::id));
        return List.copyOf(taxes);
    }
}
