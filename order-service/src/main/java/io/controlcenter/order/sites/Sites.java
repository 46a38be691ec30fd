package io.controlcenter.order.sites;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sites of an enterprise. */
@Component
public class Sites {

    private static final RowMapper<Site> SITE = DataClassRowMapper.newInstance(Site.class);
    private static final Listing LIST = Listing.of("s.*", "site s")
            .text("city", "s.city")
            .text("state", "s.state")
            .instant("createdAt", "s.created_at")
            .order("-createdAt", "s.id");

    private final JdbcClient db;
    private final Clock clock;
    private final AuditTrail audit;

    Sites(JdbcClient db, Clock clock, AuditTrail audit) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
    }

    /** Those that exist of the ids asked for, by id. */
    @Transactional(readOnly = true)
    public Map<String, Site> find(Collection<String> siteIds) {
        if (siteIds.isEmpty()) {
            return Map.of();
        }
        return db.sql("select * from site where site_id in (:ids)").param("ids", siteIds).query(SITE).stream()
                .map(Objects::requireNonNull)
                .collect(Collectors.toMap(Site::siteId, Function.identity()));
    }

    @Transactional
    Site add(String enterpriseId, Site site) {
        var added = db.sql("""
                        insert into site
                          (site_id, enterprise_id, name, street, city, state, postal_code, country, created_at)
                        values ('SITE-' || nextval('site_number'), :enterprise, :name, :street, :city, :state,
                          :postalCode, :country, :at) returning *""")
                .param("enterprise", enterpriseId)
                .param("name", site.name())
                .param("street", site.street())
                .param("city", site.city())
                .param("state", site.state())
                .param("postalCode", site.postalCode())
                .param("country", site.country())
                .param("at", OffsetDateTime.now(clock))
                .query(SITE)
                .single();
        audit.record(enterpriseId, "site.added", "site", added.siteId(), null, added);
        return added;
    }

    @Transactional(readOnly = true)
    Page<Site> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "s.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), SITE);
    }
}
