package io.controlcenter.identity.enterprises;

import io.controlcenter.identity.enterprises.BillingAccounts.AddResult;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Many accounts added at once, each with its own answer, which can be read again later. */
@Component
class AddingAccounts {

    /** C-CC-ADDACC */
    static final int MOST = 100;

    /** @param line where it stood in the request, from 1 */
    record LineResult(int line, String accountId, AddResult result) {}

    record AddRequest(
            String requestId, String enterpriseId, String requestedBy, Instant requestedAt, List<LineResult> results) {}

    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    AddingAccounts(Enterprises enterprises, BillingAccounts accounts, JdbcClient db, JsonMapper json, Clock clock) {
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** @param pointer to the customer number in the request */
    @Transactional
    AddRequest add(String enterpriseId, List<String> accountIds, String customerNumber, String pointer) {
        var enterprise = enterprises.require(enterpriseId);
        accounts.requireNumber(enterpriseId, customerNumber, pointer);
        var results = new LineResult[accountIds.size()];
        for (int i = 0; i < results.length; i++) {
            var accountId = accountIds.get(i).strip();
            results[i] = new LineResult(i + 1, accountId, accounts.add(enterprise, accountId, customerNumber));
        }
        return kept(new AddRequest(
                UUID.randomUUID().toString(),
                enterpriseId,
                Caller.current().map(Caller::subject).orElse("system"),
                clock.instant(),
                Arrays.asList(results)));
    }

    private AddRequest kept(AddRequest request) {
        db.sql("""
                        insert into add_accounts_request (request_id, enterprise_id, requested_by, requested_at, results)
                        values (:id, :enterprise, :by, :at, cast(:results as jsonb))""")
                .param("id", request.requestId())
                .param("enterprise", request.enterpriseId())
                .param("by", request.requestedBy())
                .param("at", OffsetDateTime.now(clock))
                .param("results", json.writeValueAsString(request.results()))
                .update();
        return request;
    }

    @Transactional(readOnly = true)
    AddRequest require(String enterpriseId, String requestId) {
        return db.sql("select * from add_accounts_request where request_id = :id and enterprise_id = :enterprise")
                .param("id", requestId)
                .param("enterprise", enterpriseId)
                .query((row, _) -> new AddRequest(
                        row.getString("request_id"),
                        row.getString("enterprise_id"),
                        row.getString("requested_by"),
                        row.getTimestamp("requested_at").toInstant(),
                        results(row.getString("results"))))
                .optional()
                .orElseThrow(() -> Problem.notFound("The request"));
    }

    private List<LineResult> results(@Nullable String stored) {
        return List.of(json.readValue(stored, LineResult[].class));
    }
}
