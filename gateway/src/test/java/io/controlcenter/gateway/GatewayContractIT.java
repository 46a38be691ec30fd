package io.controlcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.ApiSnapshot;
import io.controlcenter.platform.test.Endpoints;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class GatewayContractIT extends GatewayIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String document() {
        return edge.send(edge.request("/v3/api-docs")).body();
    }

    @Test
    void every_own_endpoint_says_who_may_call_it() {
        assertThat(Endpoints.of(mappings))
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.rule()).as(endpoint.toString()).isNotNull());
    }

    @Test
    void the_api_is_the_committed_one() throws IOException {
        var actual = document();
        assertThat(ApiSnapshot.normal(actual))
                .as("contracts/http/openapi.json; -Dcontracts.update=true writes it anew")
                .isEqualTo(ApiSnapshot.http().committed(actual));
    }

    @Test
    void every_operation_is_documented() {
        var paths = io.controlcenter.gateway.FakePlatform.Edge.json(edge.send(edge.request("/v3/api-docs")))
                .path("paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/help", "/api/v1/sandbox/clock", "/api/v1/sandbox/clock/advance", "/status");
        paths.forEach(path -> path.forEach(operation -> {
            assertThat(operation.path("summary").asString("")).isNotBlank();
            assertThat(operation
                            .at("/responses/200/content/application~1json/example")
                            .isMissingNode())
                    .as(operation.path("operationId").asString())
                    .isFalse();
        }));
    }
}
