package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is woken finds a page that says what to do, and no page is left that nobody is sent to. */
class AlertsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path RUNBOOKS = Path.of("runbooks");

    /** @param file of the repository, that its annotation names */
    record Alert(String name, String severity, String summary, String file) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Alert> alerts() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> rules =
                new Yaml().load(read(Path.of("observability/alerts.yaml")));
        return rules.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .map(AlertsTest::alert);
    }

    private static Alert alert(Map<String, Object> rule) {
        var labels = (Map<?, ?>) rule.get("labels");
        var annotations = (Map<?, ?>) rule.get("annotations");
        return new Alert(
                String.valueOf(rule.get("alert")),
                String.valueOf(labels.get("severity")),
                String.valueOf(annotations.get("summary")),
                String.valueOf(annotations.get("runbook_url")));
    }

    static Stream<Path> runbooks() {
        return files(RUNBOOKS, ".md").stream();
    }

    static Stream<Path> dashboards() {
        return files(Path.of("observability/dashboards"), ".json").stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_says_what_is_wrong_and_where_it_is_mended(Alert alert) {
        assertThat(alert.severity()).isIn("critical", "warning");
        assertThat(alert.summary()).isNotEqualTo("null").hasSizeGreaterThan(10);
        assertThat(PROJECT.resolve(alert.file())).isRegularFile().hasParent(PROJECT.resolve("deploy/runbooks"));
    }

    @Test
    void no_two_alerts_have_one_name() {
        assertThat(alerts().map(Alert::name)).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void a_runbook_is_what_an_alert_or_the_documentation_leads_to(Path runbook) {
        var name = runbook.getFileName().toString();
        var led = alerts().anyMatch(alert -> alert.file().endsWith("/" + name))
                || documentation().contains(name);
        assertThat(led).as("somebody is sent to %s", name).isTrue();
        assertThat(read(runbook)).contains("**Look**", "**Mend**");
    }

    private static String documentation() {
        return Stream.concat(files(PROJECT.resolve("docs"), ".md").stream(), files(RUNBOOKS, ".md").stream())
                .map(AlertsTest::read)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_dashboard_asks_with_one_panel_number_each(Path dashboard) {
        var panels = JsonMapper.shared().readTree(read(dashboard)).path("panels");
        var numbers = new TreeSet<Integer>();
        for (var panel : panels) {
            assertThat(numbers.add(panel.path("id").asInt()))
                    .as(panel.path("title").asString())
                    .isTrue();
            for (var target : panel.path("targets")) {
                assertThat(target.path("expr").asString()).isNotBlank();
            }
        }
        assertThat(numbers).isNotEmpty();
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
