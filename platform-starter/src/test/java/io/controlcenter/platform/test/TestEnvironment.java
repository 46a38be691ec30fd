package io.controlcenter.platform.test;

import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points an application at the test's servers, before anything of it starts. */
final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = new HashMap<String, Object>(
                Infrastructure.environment(environment.getRequiredProperty("controlcenter.context")));
        settings.put("controlcenter.due-work-every", "1d");
        settings.put("controlcenter.attachments.clamd", FakeClamd.address());
        settings.put("controlcenter.security.issuer", Tokens.ISSUER);
        settings.put("spring.datasource.hikari.maximum-pool-size", "16");
        environment.getPropertySources().addFirst(new MapPropertySource("test-infrastructure", settings));
    }
}
