package io.controlcenter.platform.openapi;

import io.controlcenter.platform.PlatformSettings;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The frame of a service's OpenAPI document: title, the way to a token, the one error shape. */
@AutoConfiguration
@ConditionalOnClass(OpenAPI.class)
public class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        BigDecimal.class,
                        new StringSchema().pattern("-?\\d+(\\.\\d+)?").example("100.00"));
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, ListRequest.class, IfMatch.class, MergePatch.class);
    }

    @Bean
    OpenAPI openApi(PlatformSettings settings, SecuritySettings security) {
        return new OpenAPI()
                .info(new Info()
                        .title("Control Center: " + settings.title())
                        .version("1")
                        .description(settings.description()))
                .addServersItem(new Server().url("/"))
                .components(new Components()
                        .addSecuritySchemes(ApiDocumentation.SCHEME, scheme(security.issuer()))
                        .addSchemas(ApiDocumentation.PROBLEM, problem()));
    }

    @Bean
    GlobalOperationCustomizer apiDocumentation() {
        return new ApiDocumentation();
    }

    @Bean
    GlobalOperationCustomizer apiExamples() {
        return new ApiExamples();
    }

    private static SecurityScheme scheme(String issuer) {
        var code = new OAuthFlow()
                .authorizationUrl(issuer + "/oauth2/authorize")
                .tokenUrl(issuer + "/oauth2/token")
                .scopes(new Scopes().addString("openid", "Who you are"));
        var client = new OAuthFlow().tokenUrl(issuer + "/oauth2/token").scopes(new Scopes());
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows().authorizationCode(code).clientCredentials(client));
    }

    private static Schema<?> problem() {
        var violation = new ObjectSchema()
                .addProperty("pointer", text("JSON Pointer into the body, or a query parameter", "/items/0/site"))
                .addProperty("code", text("MEF code of the violation", "missingProperty"))
                .addProperty("detail", text("For people", "This must not be null."));
        return new ObjectSchema()
                .description("RFC 9457 problem details")
                .addProperty("type", text("Stable URN of the kind of problem", "urn:problem:order:not-found"))
                .addProperty("title", text("The HTTP status in words", "Not Found"))
                .addProperty("status", new IntegerSchema().example(404))
                .addProperty("detail", text("For people; may change", "This order was not found."))
                .addProperty("instance", text("The path that was called", "/api/v1/orders/O-100001"))
                .addProperty("code", text("Stable code of the problem", "notFound"))
                .addProperty("correlationId", text("Name it when you ask about the problem", "6f1d"))
                .addProperty("errors", new ArraySchema().items(violation));
    }

    private static Schema<?> text(String description, String example) {
        return new StringSchema().description(description).example(example);
    }
}
