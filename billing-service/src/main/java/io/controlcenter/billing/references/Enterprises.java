package io.controlcenter.billing.references;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises that identity has told of. */
@Component
@Transactional(readOnly = true)
public class Enterprises {

    private final JdbcClient db;

    Enterprises(JdbcClient db) {
        this.db = db;
    }

    /** The segment of an enterprise; empty when it is unknown. */
    public Optional<String> segment(String enterpriseId) {
        return db.sql("select segment from enterprise_ref where enterprise_id = :id")
                .param("id", enterpriseId)
                .query(String.class)
                .optional();
    }

    public boolean hasCustomerNumber(String enterpriseId, String customerNumber) {
        return db.sql("""
                        select exists (select 1 from customer_number_ref
                          where enterprise_id = :id and customer_number = :number)""")
                .param("id", enterpriseId)
                .param("number", customerNumber)
                .query(Boolean.class)
                .single();
    }
}
