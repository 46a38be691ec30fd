package io.controlcenter.deploy;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.platform.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Every operation of every service, as the API documents of a running platform name them. */
final class Operations {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /**
     * @param permissions of which one is enough; empty when it needs none
     * @param scoped whether it acts on an enterprise
     * @param open whether anybody may call it without a token
     */
    record Operation(
            String service, String method, String path, Set<String> permissions, boolean scoped, boolean open) {

        boolean reads() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return service + ": " + method + " " + path;
        }
    }

    private final List<Operation> all = new ArrayList<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    Operations(Caller anybody) {
        for (var app : App.values()) {
            var service = app.context();
            var document = Persistence.until(Set.of(200), () -> anybody.get("/v3/api-docs/" + service))
                    .json();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation ->
                                    all.add(read(service, operation.getKey(), path.getKey(), operation.getValue()))));
        }
    }

    private static Operation read(String service, String method, String path, JsonNode operation) {
        var permissions = new TreeSet<String>();
        operation.path("x-required-permissions").forEach(one -> permissions.add(one.asString()));
        boolean scoped = operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("X-Enterprise-Id"));
        boolean open = operation.path("security").isArray()
                && operation.path("security").isEmpty();
        return new Operation(service, method.toUpperCase(Locale.ROOT), path, permissions, scoped, open);
    }

    List<Operation> all() {
        return all;
    }

    List<Operation> guarded() {
        return all.stream().filter(operation -> !operation.open()).toList();
    }

    List<Operation> scoped() {
        return all.stream().filter(Operation::scoped).toList();
    }

    /**
     * The operation's address, with ids of things that this caller can see: the first row of the list that stands before
     * the variable. Where there is none, an id that nothing has.
     */
    String address(Operation operation, Caller sees) {
        var address = new StringBuilder();
        var variables = VARIABLE.matcher(operation.path());
        int end = 0;
        while (variables.find()) {
            address.append(operation.path(), end, variables.start());
            address.append(known(address.toString(), sees, variables));
            end = variables.end();
        }
        return address.append(operation.path().substring(end)).toString();
    }

    /** Whether every id in the address is of something that exists. */
    boolean isReal(String address) {
        return !address.contains("does-not-exist");
    }

    private String known(String list, Caller sees, Matcher variable) {
        return ids.computeIfAbsent(list, _ -> first(sees.get(list.substring(0, list.length() - 1)), variable.group(1)));
    }

    private static String first(Answer list, String name) {
        if (list.status() != 200 || !list.body().startsWith("{")) {
            return "does-not-exist";
        }
        var row = list.json().path("items").path(0);
        var named = row.path(name).asString("");
        if (!named.isEmpty()) {
            return named;
        }
        var address = row.path("href").asString("");
        return address.isEmpty() ? "does-not-exist" : address.substring(address.lastIndexOf('/') + 1);
    }
}
