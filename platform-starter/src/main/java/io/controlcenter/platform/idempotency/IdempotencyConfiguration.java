package io.controlcenter.platform.idempotency;

import io.controlcenter.platform.work.DueWork;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Repeatable and dry-run writes. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
public class IdempotencyConfiguration {

    @Bean
    StoredAnswers storedAnswers(JdbcClient db, JsonMapper json) {
        return new StoredAnswers(db, json);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor idempotentWrites(
            ObjectProvider<TransactionTemplate> transaction,
            ObjectProvider<StoredAnswers> answers,
            ObjectProvider<JsonMapper> json) {
        return new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(IdempotentWrite.class),
                new IdempotentWriteInterceptor(transaction::getObject, answers::getObject, json::getObject));
    }

    @Bean
    DueWork forgottenIdempotencyKeys(StoredAnswers answers, TransactionTemplate transaction) {
        return DueWork.housekeeping(
                "forget-idempotency-keys", () -> transaction.executeWithoutResult(_ -> answers.forgetOld()));
    }
}
