package io.controlcenter.platform.security;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Judges {@link Access} before anything of the request is read, and opens the part of the database that the caller may
 * see. An endpoint without a rule is closed.
 */
public final class AccessGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/")) {
            TenantScope.enter(judge(method.getMethodAnnotation(Access.class)));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception ex) {
        TenantScope.leave();
    }

    private static TenantScope judge(@Nullable Access rule) {
        if (rule == null) {
            throw Problem.forbidden("accessDenied", "Nobody may call this.");
        }
        if (rule.reach() == Reach.PUBLIC) {
            return TenantScope.NOTHING;
        }
        var caller = Caller.current().orElseThrow(Unauthorized::missing);
        return switch (rule.reach()) {
            case PUBLIC -> TenantScope.NOTHING;
            case SELF -> caller.enterpriseId() == null ? TenantScope.NOTHING : scopeOf(caller);
            case PROVIDER -> {
                requireAny(rule, caller);
                if (!caller.isProvider()) {
                    throw denied(rule);
                }
                yield caller.enterpriseId() == null ? TenantScope.ALL : scopeOf(caller);
            }
            case SHARED -> {
                if (!caller.isProvider()) {
                    caller.enterprise();
                }
                requireAny(rule, caller);
                yield caller.enterpriseId() == null ? TenantScope.ALL : scopeOf(caller);
            }
            case ENTERPRISE -> {
                caller.enterprise();
                requireAny(rule, caller);
                yield scopeOf(caller);
            }
        };
    }

    private static TenantScope scopeOf(Caller caller) {
        return TenantScope.of(caller.enterprise(), caller.accounts());
    }

    private static void requireAny(Access rule, Caller caller) {
        if (!caller.mayAny(rule.value())) {
            throw denied(rule);
        }
    }

    /** Names the way out and nothing of what is behind the door (handbook S54). */
    private static Problem denied(Access rule) {
        return Problem.forbidden(
                        "accessDenied",
                        "You lack the permission for this. Ask an administrator of your enterprise, or its account team.")
                .with("requiredPermissions", rule.value());
    }
}
