package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.application.RestoreTargets;
import io.controlcenter.repair.ticketing.domain.Priority;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcRestoreTargets implements RestoreTargets {

    private static final String ALL = "*";
    private final JdbcClient db;

    JdbcRestoreTargets(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Duration of(Priority priority, @Nullable String productCode) {
        return db.sql("""
                        select minutes from restore_target where priority = :priority and product_code in ('*', :product)
                        order by product_code = '*' limit 1""")
                .param("priority", priority.name())
                .param("product", productCode == null ? ALL : productCode)
                .query((row, _) -> Duration.ofMinutes(row.getLong(1)))
                .single();
    }

    @Override
    public List<Target> all() {
        return db.sql("select * from restore_target order by product_code = '*' desc, product_code, minutes")
                .query((row, _) -> new Target(
                        Priority.valueOf(row.getString("priority")),
                        row.getString("product_code").equals(ALL) ? null : row.getString("product_code"),
                        Duration.ofMinutes(row.getLong("minutes"))))
                .list();
    }

    @Override
    public void put(Target target) {
        db.sql("""
                        insert into restore_target (priority, product_code, minutes) values (:priority, :product, :minutes)
                        on conflict (priority, product_code) do update set minutes = :minutes""")
                .param("priority", target.priority().name())
                .param("product", target.productCode() == null ? ALL : target.productCode())
                .param("minutes", target.target().toMinutes())
                .update();
    }

    @Override
    public boolean remove(Priority priority, String productCode) {
        return db.sql("""
                        delete from restore_target
                        where priority = :priority and product_code = :product and product_code <> '*'""")
                        .param("priority", priority.name())
                        .param("product", productCode)
                        .update()
                == 1;
    }
}
