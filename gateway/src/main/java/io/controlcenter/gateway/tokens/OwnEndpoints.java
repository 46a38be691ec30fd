package io.controlcenter.gateway.tokens;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards the endpoints that the gateway answers itself: open ones, and those for any valid token. Others are closed. */
@Component
class OwnEndpoints implements WebMvcConfigurer, HandlerInterceptor {

    private final AccessTokens tokens;

    OwnEndpoints(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var rule = method.getMethodAnnotation(Access.class);
            if (rule == null || (rule.reach() != Reach.PUBLIC && rule.reach() != Reach.SELF)) {
                throw Problem.forbidden("accessDenied", "Nobody may call this.");
            }
            if (rule.reach() == Reach.SELF) {
                tokens.require(request);
            }
        }
        return true;
    }
}
