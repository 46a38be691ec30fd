package io.controlcenter.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Language",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Range",
                "User-Agent",
                "X-Requested-With",
                "Prefer"
            })
    void what_a_caller_says_to_a_service_comes_in(String name) {
        assertThat(HeaderRules.mayEnter(name, true)).isTrue();
        assertThat(HeaderRules.mayEnter(name, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For", "x-forwarded-host", "Forwarded", "X-INTERNAL-anything", "X_Internal_Token", "ce_id",
                        "CE-Type",
                "X-Enterprise-Id", "X-Correlation-Id", "Host", "Transfer-Encoding", "Connection", "Upgrade",
                        "traceparent",
                "X-B3-TraceId", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-User", "X-Account-Id"
            })
    void what_only_the_platform_says_does_not(String name) {
        assertThat(HeaderRules.mayEnter(name, true)).isFalse();
        assertThat(HeaderRules.mayEnter(name, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Cookie"})
    void credentials_reach_identity_only(String name) {
        assertThat(HeaderRules.mayEnter(name, true)).isFalse();
        assertThat(HeaderRules.mayEnter(name, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "Transfer-Encoding", "X-Correlation-Id", "X-Frame-Options"})
    void what_the_gateway_answers_itself_is_not_answered_twice(String name) {
        assertThat(HeaderRules.mayLeave(name)).isFalse();
    }
}
