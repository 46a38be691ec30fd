package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Compose, chart and documentation know every application and every variable that it reads. */
class InstallationTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)[:}]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "identity-service",
                "order-service",
                "repair-service",
                "maintenance-service",
                "billing-service",
                "notification-service"
            })
    void an_application_is_installed_by_compose_and_chart_and_documented(String application) throws IOException {
        assertThat(names("compose.yaml", "services")).contains(application);
        assertThat(names("helm/control-center/values.yaml", "applications")).contains(application);
        assertThat(Files.readString(Path.of("observability/prometheus.yaml")))
                .contains("job_name: " + application)
                .contains(application + ":8080");
        var documented = Files.readString(PROJECT.resolve("docs/installing.md"));
        assertThat(variables(PROJECT.resolve(application).resolve("src/main/resources/application.yaml")))
                .as("variables of %s that docs/installing.md does not explain", application)
                .allMatch(variable -> documented.contains("`" + variable), "is explained");
    }

    private static Iterable<String> names(String file, String part) throws IOException {
        Map<String, Map<String, Object>> all = new Yaml().load(Files.readString(Path.of(file)));
        return all.get(part).keySet();
    }

    private static Iterable<String> variables(Path configuration) throws IOException {
        var found = new TreeSet<String>();
        var defaults = PROJECT.resolve("platform-starter/src/main/resources/platform-defaults.yaml");
        for (var file : List.of(configuration, defaults)) {
            VARIABLE.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        }
        return found;
    }
}
