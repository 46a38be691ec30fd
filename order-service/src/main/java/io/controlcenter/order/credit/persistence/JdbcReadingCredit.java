package io.controlcenter.order.credit.persistence;

import io.controlcenter.order.credit.application.ReadingCredit;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditState;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingCredit implements ReadingCredit {

    private static final Listing LIST = Listing.of("c.*", "credit_application c")
            .text("accountId", "c.account_id")
            .choice("state", "c.state", CreditState.class)
            .instant("createdAt", "c.created_at")
            .order("-createdAt", "c.id");

    private final JdbcClient db;

    JdbcReadingCredit(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Page<CreditApplication> list(@Nullable String enterpriseId, ListRequest request) {
        var parameters = new HashMap<String, Object>();
        if (enterpriseId != null) {
            parameters.put("enterprise", enterpriseId);
        }
        return LIST.page(
                db,
                request,
                enterpriseId == null ? "true" : "c.enterprise_id = :enterprise",
                parameters,
                CreditRows.APPLICATION);
    }

    @Override
    public List<Step> history(String applicationNumber) {
        return db.sql("""
                        select at, from_state as "from", to_state as "to", text, actor_name as actor, source
                        from credit_history where application_number = :number order by id""")
                .param("number", applicationNumber)
                .query(DataClassRowMapper.newInstance(Step.class))
                .list();
    }
}
