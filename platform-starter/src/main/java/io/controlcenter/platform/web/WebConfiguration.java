package io.controlcenter.platform.web;

import io.controlcenter.platform.PlatformSettings;
import io.controlcenter.platform.json.DecimalStrings;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.problem.ProblemAdvice;
import io.controlcenter.platform.problem.ProblemErrorController;
import io.controlcenter.platform.problem.ProblemRenderer;
import io.controlcenter.platform.security.AccessGuard;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Unauthorized;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The HTTP behaviour that all applications share: versions in the path, strict reading, one error shape. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@EnableConfigurationProperties(PlatformSettings.class)
public class WebConfiguration {

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        var registration = new FilterRegistrationBean<>(new Correlation());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    /** A trace goes on over HTTP also where none is collected: Boot ties the one to the other. */
    @Bean
    @ConditionalOnMissingBean
    TextMapPropagator tracePropagation() {
        return W3CTraceContextPropagator.getInstance();
    }

    @Bean
    ProblemRenderer problemRenderer(PlatformSettings settings, JsonMapper json) {
        return new ProblemRenderer(settings.context(), json);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemRenderer renderer) {
        return new ProblemAdvice(renderer);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemRenderer renderer) {
        return new ProblemErrorController(renderer);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> {
            builder.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                    .addHandler(new BodyFindings())
                    .addModule(ScalarFindings.module())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            for (var shape :
                    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                builder.withCoercionConfig(
                        LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
            }
            DecimalStrings.on(builder);
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Validator.class)
    static class Bodies {

        @Bean
        StrictBody strictBody(Validator validator) {
            return new StrictBody(validator);
        }

        @Bean
        PartialResponse partialResponse(JsonMapper json) {
            return new PartialResponse(json);
        }
    }

    /** What only an application with controllers of its own needs; the gateway routes instead. */
    @Bean
    @ConditionalOnProperty(name = "controlcenter.security.resource-server", matchIfMissing = true)
    WebMvcConfigurer apiRules(@Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion) {
        return new ApiRules(conversion);
    }

    /** @param conversion which itself is made with what all configurers say, and so can only be asked later */
    private record ApiRules(ObjectProvider<ConversionService> conversion) implements WebMvcConfigurer {

        @Override
        public void configureApiVersioning(ApiVersionConfigurer versions) {
            versions.usePathSegment(1, path -> path.value().startsWith("/api/"))
                    .addSupportedVersions("1")
                    .setVersionRequired(false);
        }

        @Override
        public void addInterceptors(InterceptorRegistry interceptors) {
            interceptors.addInterceptor(new AccessGuard());
            interceptors.addInterceptor(new StrictQuery(conversion::getObject));
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new FromRequest<>(ListRequest.class, ListRequest::parse));
            resolvers.add(new FromRequest<>(MergePatch.class, (request, _) -> MergePatch.of(request)));
            resolvers.add(
                    new FromRequest<>(IfMatch.class, (request, _) -> IfMatch.parse(request.getHeader("If-Match"))));
            resolvers.add(
                    new FromRequest<>(Caller.class, (_, _) -> Caller.current().orElseThrow(Unauthorized::missing)));
        }
    }

    private record FromRequest<T>(Class<T> type, BiFunction<HttpServletRequest, MethodParameter, T> read)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return read.apply((HttpServletRequest) request.getNativeRequest(), parameter);
        }
    }
}
