package io.controlcenter.gateway;

import io.controlcenter.gateway.FakePlatform.Edge;
import io.controlcenter.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** An integration test of the gateway between fakes; all share one context. */
@ServiceTest
@Import(FakePlatform.class)
@TestPropertySource(
        properties = {
            "controlcenter.sandbox=true",
            "gateway.clock-patience=2s",
            "gateway.max-body=64KB",
            "gateway.cors.allowed-origins=https://front.example",
            "gateway.rate-limit.client.per-second=50",
            "gateway.rate-limit.client.burst=150",
            "gateway.rate-limit.enterprise.per-second=200",
            "gateway.rate-limit.enterprise.burst=400"
        })
abstract class GatewayIT {

    @Autowired
    protected Edge edge;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        FakePlatform.addresses(properties);
    }
}
