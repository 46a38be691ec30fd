package io.controlcenter.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of itself, and the pace of its technical work.
 *
 * @param context the domain it owns, such as {@code order}: part of problem types and operations paths
 * @param title of its API documentation
 * @param description of its API documentation
 * @param outboxPoll how long the relay sleeps when nothing wakes it
 * @param dueWorkEvery how often work is asked whether something is due
 * @param sandbox whether the business clock can be moved; never in production
 */
@ConfigurationProperties("controlcenter")
public record PlatformSettings(
        String context,
        @DefaultValue("") String title,
        @DefaultValue("") String description,
        @DefaultValue("1s") Duration outboxPoll,
        @DefaultValue("5s") Duration dueWorkEvery,
        @DefaultValue("false") boolean sandbox) {}
