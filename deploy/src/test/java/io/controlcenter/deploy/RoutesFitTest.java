package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.deploy.platform.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The gateway knows the way to every path that a service has, and to no others. */
class RoutesFitTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void every_path_of_a_service_is_routed_to_it(App app) throws IOException {
        var routed = new TreeSet<>(routes().get(app.context()));
        assertThat(routed).as("gateway.services.%s.paths", app.context()).containsAll(segments(app));
    }

    private static Set<String> segments(App app) throws IOException {
        var api = JsonMapper.shared()
                .readTree(Files.readString(ROOT.resolve(app.artifact()).resolve("contracts/http/openapi.json")));
        var segments = new TreeSet<String>();
        api.path("paths").propertyNames().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .map(path -> path.substring("/api/v1/".length()).replaceAll("[/.:].*", ""))
                .filter(segment -> !segment.equals("operations"))
                .forEach(segments::add);
        return segments;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> routes() throws IOException {
        var found = new java.util.HashMap<String, List<String>>();
        var text = Files.readString(ROOT.resolve("gateway/src/main/resources/application.yaml"));
        for (var document : new Yaml().loadAll(text)) {
            if (document instanceof Map<?, ?> settings && settings.get("gateway") instanceof Map<?, ?> gateway) {
                ((Map<String, Map<String, Object>>) gateway.get("services"))
                        .forEach((name, service) -> found.put(name, (List<String>) service.get("paths")));
            }
        }
        return found;
    }
}
