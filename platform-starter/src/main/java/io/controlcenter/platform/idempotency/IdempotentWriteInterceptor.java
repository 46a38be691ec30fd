package io.controlcenter.platform.idempotency;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Carries out {@link IdempotentWrite} around the controller method, inside one transaction. */
final class IdempotentWriteInterceptor implements MethodInterceptor {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String DRY_RUN = "dryRun";

    private final Supplier<? extends TransactionOperations> transaction;
    private final Supplier<StoredAnswers> answers;
    private final Supplier<JsonMapper> json;

    /** Suppliers, because an advisor is made before ordinary beans and must not drag them along. */
    IdempotentWriteInterceptor(
            Supplier<? extends TransactionOperations> transaction,
            Supplier<StoredAnswers> answers,
            Supplier<JsonMapper> json) {
        this.transaction = transaction;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        if (Boolean.parseBoolean(request.getParameter(DRY_RUN))) {
            return transaction.get().execute(status -> {
                status.setRollbackOnly();
                return tried(proceed(call));
            });
        }
        var key = request.getHeader("Idempotency-Key");
        var rule = call.getMethod().getAnnotation(IdempotentWrite.class);
        if (key == null && rule != null && rule.keyRequired()) {
            throw Problem.badRequest(
                    "idempotency-key-required", "Send an Idempotency-Key: a repeat of this would do the work twice.");
        }
        if (key == null) {
            return transaction.get().execute(_ -> proceed(call));
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.badRequest("invalidRequest", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        return transaction.get().execute(_ -> once(slot(request, key), request, call));
    }

    private static StoredAnswers.Slot slot(HttpServletRequest request, String key) {
        var subject = Caller.current().map(Caller::subject).orElse("");
        return new StoredAnswers.Slot(subject, TenantScope.current().enterprise(), request.getRequestURI(), key);
    }

    private ResponseEntity<?> once(StoredAnswers.Slot slot, HttpServletRequest request, MethodInvocation call) {
        if (!answers.get().reserve(slot)) {
            throw Problem.conflict(
                    "idempotency-in-progress", "The first request with this Idempotency-Key still runs.");
        }
        var fingerprint = fingerprint(request, call);
        var stored = answers.get().find(slot);
        if (stored.isEmpty()) {
            var answer = proceed(call);
            answers.get().keep(slot, fingerprint, answer);
            return answer;
        }
        if (!stored.get().fingerprint().equals(fingerprint)) {
            throw Problem.unprocessable("idempotency-key-reused", "This Idempotency-Key was used for another request.");
        }
        return stored.get().answer();
    }

    private static ResponseEntity<?> proceed(MethodInvocation call) {
        try {
            return (ResponseEntity<?>) java.util.Objects.requireNonNull(call.proceed());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseEntity<?> tried(ResponseEntity<?> answer) {
        var status = answer.getStatusCode() == HttpStatus.CREATED ? HttpStatus.OK : answer.getStatusCode();
        return ResponseEntity.status(status).header("Dry-Run", "true").body(answer.getBody());
    }

    /**
     * Of what the caller asks for: the body, and the query in any order. Whose it is and its path belong to the slot; the
     * media type says nothing that the body, as it was read, does not.
     */
    private String fingerprint(HttpServletRequest request, MethodInvocation call) {
        var sha = sha256();
        var parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(RequestBody.class)) {
                digest(call.getArguments()[i], sha);
                break;
            }
        }
        var query = new TreeMap<>(request.getParameterMap());
        query.remove(DRY_RUN);
        if (!query.isEmpty()) {
            digest(query, sha);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** As JSON, never held as a whole: a file has many megabytes. */
    private void digest(@Nullable Object asked, MessageDigest sha) {
        json.get().writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), sha), asked);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
