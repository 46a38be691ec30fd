package io.controlcenter.platform.work;

import io.controlcenter.platform.PlatformSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Due work, on one replica at a time. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        })
@ConditionalOnClass({JdbcTemplate.class, JdbcTemplateLockProvider.class})
public class WorkConfiguration {

    @Bean
    OneByOne oneByOne(JdbcClient db, TransactionTemplate transaction, MeterRegistry meters) {
        return new OneByOne(new FailedPieces(db), transaction, meters);
    }

    @Bean
    DueWorkRunner dueWorkRunner(
            List<DueWork> works,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters,
            PlatformSettings settings) {
        var locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTransactionManager(transactions)
                .usingDbTime()
                .build());
        return new DueWorkRunner(works, new DefaultLockingTaskExecutor(locks), clock, meters, settings.dueWorkEvery());
    }
}
