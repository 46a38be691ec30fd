package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.NoticeKind;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import io.controlcenter.maintenance.changes.domain.Whom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a change, and as what: an enterprise whose services all left the GCR hears that it is cancelled for them,
 * and one whose services came to another end than the window hears of that end.
 *
 * @param sequence of the notice
 */
record Addressees(int sequence, NoticeKind kind, Whom whom) {

    /** By enterprise, in the order of the services. */
    Map<String, NoticeKind> among(List<Impacts.Line> services) {
        var byEnterprise = new LinkedHashMap<String, List<Impacts.Line>>();
        services.forEach(line -> byEnterprise
                .computeIfAbsent(line.enterpriseId(), _ -> new ArrayList<>())
                .add(line));
        var told = new LinkedHashMap<String, NoticeKind>();
        byEnterprise.forEach((enterprise, lines) -> {
            var notice = notice(lines);
            if (notice != null) {
                told.put(enterprise, notice);
            }
        });
        return told;
    }

    private @Nullable NoticeKind notice(List<Impacts.Line> lines) {
        return switch (whom) {
            case Whom.Everybody _ -> lines.stream().anyMatch(Impacts.Line::isHit) ? kind : null;
            case Whom.OfWindow(var number) -> ofWindow(lines, number);
            case Whom.Changed _ -> changed(lines);
        };
    }

    private @Nullable NoticeKind changed(List<Impacts.Line> lines) {
        if (lines.stream().noneMatch(line -> line.changedWith(sequence))) {
            return null;
        }
        return lines.stream().anyMatch(Impacts.Line::isHit) ? kind : NoticeKind.CANCELLED;
    }

    private @Nullable NoticeKind ofWindow(List<Impacts.Line> lines, int number) {
        var outcomes = lines.stream()
                .filter(line -> line.isHit() && line.window() == number)
                .map(Impacts.Line::outcome)
                .collect(Collectors.toSet());
        if (outcomes.isEmpty()) {
            return null;
        }
        return kind == NoticeKind.COMPLETED ? ended(outcomes) : kind;
    }

    /** Whoever has work still to come is told of that first. */
    private static NoticeKind ended(Set<ServiceOutcome> outcomes) {
        if (outcomes.contains(ServiceOutcome.ALTERNATE_WINDOW)) {
            return NoticeKind.ALTERNATE_WINDOW;
        }
        if (outcomes.contains(ServiceOutcome.COMPLETED)) {
            return NoticeKind.COMPLETED;
        }
        return outcomes.equals(Set.of(ServiceOutcome.POSTPONED)) ? NoticeKind.POSTPONED : NoticeKind.NOT_COMPLETED;
    }
}
