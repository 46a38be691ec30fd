package io.controlcenter.platform.test;

import java.util.Map;
import java.util.function.IntSupplier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls the application under test over HTTP, as some user. */
public final class Api {

    private final IntSupplier port;

    /** @param port known only once the server listens */
    Api(IntSupplier port) {
        this.port = port;
    }

    /** Anonymous. */
    public RestTestClient anonymous() {
        return client().build();
    }

    public RestTestClient as(Tokens.Draft user) {
        return withToken(user.token());
    }

    public RestTestClient withToken(String token) {
        return client().defaultHeader("Authorization", "Bearer " + token).build();
    }

    private RestTestClient.Builder<?> client() {
        var client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port.getAsInt());
        return ExampleRecorder.ON ? client.requestInterceptor(new ExampleRecorder()) : client;
    }

    public RestTestClient.ResponseSpec post(Tokens.Draft user, String path, Object body) {
        return as(user).post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** A POST that commits something, under an idempotency key. */
    public RestTestClient.ResponseSpec post(Tokens.Draft user, String path, Object body, String key) {
        return as(user).post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public RestTestClient.ResponseSpec post(Tokens.Draft user, String path) {
        return post(user, path, Map.of());
    }

    /** Attaches a file: its content is the body, the query its name. */
    public RestTestClient.ResponseSpec attach(Tokens.Draft user, String attachments, String name, byte[] content) {
        return as(user).post()
                .uri(attachments + "?name={name}", name)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content)
                .exchange();
    }

    public RestTestClient.ResponseSpec get(Tokens.Draft user, String path) {
        return as(user).get().uri(path).exchange();
    }
}
