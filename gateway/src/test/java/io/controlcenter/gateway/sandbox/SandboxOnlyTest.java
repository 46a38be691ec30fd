package io.controlcenter.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxOnlyTest {

    private final ApplicationContextRunner production =
            new ApplicationContextRunner().withUserConfiguration(SandboxClockController.class, ClockTravel.class);

    @Test
    void outside_a_sandbox_there_is_no_time_machine() {
        production.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(SandboxClockController.class)
                .doesNotHaveBean(ClockTravel.class));
        production
                .withPropertyValues("controlcenter.sandbox=false")
                .run(context -> assertThat(context).doesNotHaveBean(SandboxClockController.class));
    }
}
