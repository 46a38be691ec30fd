package io.controlcenter.billing.usage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.controlcenter.billing.usage.domain.MeteredService;
import io.controlcenter.billing.usage.domain.RatedUsage;
import io.controlcenter.billing.usage.domain.RatingUsage;
import io.controlcenter.billing.usage.domain.ReportedUsage;
import io.controlcenter.billing.usage.domain.UsageRefusal;
import io.controlcenter.billing.usage.domain.UsageType;
import io.controlcenter.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Takes usage that is reported, all of it or nothing. What was taken before is known by its source and id, and is not
 * judged again: services end and rates change, and a repeated report means the same all the same.
 */
@Component
@Transactional
class ReceivingUsage {

    private final UsageRecords records;
    private final UsageTypes types;
    private final RatingUsage rating;
    private final AuditTrail audit;
    private final Clock clock;

    ReceivingUsage(UsageRecords records, UsageTypes types, UsageSettings settings, AuditTrail audit, Clock clock) {
        this.records = records;
        this.types = types;
        this.rating = new RatingUsage(settings.tailDays());
        this.audit = audit;
        this.clock = clock;
    }

    sealed interface Outcome {

        /**
         * @param records one for each that was reported, in that order
         * @param added how many of them are new
         */
        record Taken(List<UsageRecord> records, int added) implements Outcome {}

        record Refused(List<Flaw> flaws) implements Outcome {}
    }

    /** @param index of the report */
    record Flaw(int index, UsageRefusal why) {}

    Outcome receive(List<ReportedUsage> reported, String by) {
        var now = clock.instant();
        var known = known(reported);
        var flaws = new ArrayList<Flaw>();
        var rated = rate(reported, known, now, flaws);
        if (!flaws.isEmpty()) {
            return new Outcome.Refused(flaws);
        }
        var added = records.add(rated, now, by);
        var taken = known(reported);
        differing(reported, taken, flaws);
        if (!flaws.isEmpty()) { // somebody reported the same id at the same moment
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(flaws);
        }
        file(rated);
        return new Outcome.Taken(
                reported.stream().map(usage -> taken.get(usage.key())).toList(), added);
    }

    private Map<ReportedUsage.Key, UsageRecord> known(List<ReportedUsage> reported) {
        var keys = reported.stream().map(ReportedUsage::key).collect(toSet());
        return records.of(keys).stream()
                .collect(toMap(record -> record.usage().reported().key(), record -> record));
    }

    private List<RatedUsage> rate(
            List<ReportedUsage> reported, Map<ReportedUsage.Key, UsageRecord> known, Instant now, List<Flaw> flaws) {
        var services = services(reported);
        var kinds = types(reported);
        var rated = new LinkedHashMap<ReportedUsage.Key, RatedUsage>();
        for (int i = 0; i < reported.size(); i++) {
            var usage = reported.get(i);
            var before = known.get(usage.key());
            var same = before == null ? rated.get(usage.key()) : before.usage();
            if (same == null) {
                var index = i;
                switch (rating.rate(usage, services.get(usage.serviceId()), kinds.get(usage.usageType()), now)) {
                    case RatingUsage.Outcome.Rated(var sound) -> rated.put(usage.key(), sound);
                    case RatingUsage.Outcome.Refused(var why) -> why.forEach(one -> flaws.add(new Flaw(index, one)));
                }
            } else if (!same.says(usage)) {
                flaws.add(new Flaw(i, new UsageRefusal.SaidOtherwise()));
            }
        }
        return List.copyOf(rated.values());
    }

    private Map<String, MeteredService> services(List<ReportedUsage> reported) {
        var services = new HashMap<String, MeteredService>();
        records.services(reported.stream().map(ReportedUsage::serviceId).collect(toSet()))
                .forEach(service -> services.put(service.serviceId(), service));
        return services;
    }

    private Map<String, UsageType> types(List<ReportedUsage> reported) {
        var kinds = new HashMap<String, UsageType>();
        types.find(reported.stream().map(ReportedUsage::usageType).collect(toSet()))
                .forEach(type -> kinds.put(type.code(), type));
        return kinds;
    }

    private static void differing(
            List<ReportedUsage> reported, Map<ReportedUsage.Key, UsageRecord> taken, List<Flaw> flaws) {
        for (int i = 0; i < reported.size(); i++) {
            var record = taken.get(reported.get(i).key());
            // of another enterprise, it is there and cannot be seen
            if (record == null || !record.usage().says(reported.get(i))) {
                flaws.add(new Flaw(i, new UsageRefusal.SaidOtherwise()));
            }
        }
    }

    /** What was told of an enterprise's usage at once is one entry. */
    private void file(List<RatedUsage> rated) {
        rated.stream()
                .collect(groupingBy(usage -> usage.service().enterpriseId()))
                .forEach((enterprise, usages) -> audit.record(
                        enterprise,
                        "usage.received",
                        "usage-records",
                        usages.getFirst().reported().source(),
                        null,
                        usages.stream().map(usage -> usage.reported().key()).toList()));
    }
}
