package io.controlcenter.deploy.platform;

import io.controlcenter.deploy.inbox.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka, the inbox and the seven applications, each but the inbox a process of its own that is started again
 * when it dies. What they keep is below one data folder.
 */
public final class LocalPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ports ports;
    private final Path data;
    private final Layout layout;
    private final Environment environment;
    private final Consumer<String> tell;
    private final SupervisedProcess postgres;
    private final SupervisedProcess kafka;
    private final Map<App, SupervisedProcess> apps = new EnumMap<>(App.class);
    private @Nullable Inbox inbox;

    /**
     * @param project where the applications were built
     * @param pace JVM flags for all of them
     * @param tell hears, in one line each, what a person should know
     */
    public LocalPlatform(
            Path project, Path data, Ports ports, Secrets secrets, List<String> pace, Consumer<String> tell) {
        this.ports = ports;
        this.data = data;
        this.layout = new Layout(project, data, pace);
        this.environment = new Environment(ports, secrets);
        this.tell = tell;
        this.postgres = server(
                "postgres", layout.server("postgres", data.resolve("postgres").toString(), "" + ports.postgres()));
        this.kafka = server(
                "kafka",
                layout.server(
                        "kafka", data.resolve("kafka").toString(), "" + ports.kafka(), "" + ports.kafkaController()));
    }

    private SupervisedProcess server(String name, List<String> command) {
        return new SupervisedProcess(name, command, Map.of(), data, tell);
    }

    public Ports ports() {
        return ports;
    }

    public Inbox inbox() {
        return Objects.requireNonNull(inbox);
    }

    /** Stops what a killed launcher left running on this data. */
    public void endLeftOvers() throws IOException {
        LeftOvers.end(data, tell);
    }

    /** Starts the servers, makes the databases, and unpacks the applications meanwhile. */
    public void startServers() throws IOException, InterruptedException {
        Files.createDirectories(data.resolve("logs"));
        postgres.start();
        kafka.start();
        inbox = new Inbox(data.resolve("mail"), ports.smtp(), ports.inbox());
        for (var app : App.values()) {
            layout.unpack(app);
        }
        Waiting.until("PostgreSQL", PATIENCE, this::databasesAreMade);
        Waiting.until("Kafka", PATIENCE, () -> Waiting.listens(ports.kafka()));
    }

    private boolean databasesAreMade() {
        try (var _ = DriverManager.getConnection(adminUrl())) {
            for (var app : App.values()) {
                if (app.hasDatabase()) {
                    environment.provision(app, adminUrl());
                }
            }
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private String adminUrl() {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(ports.postgres());
    }

    /** Tells an application more, or something else, than the usual; before it starts. */
    public void tell(App app, Map<String, String> variables) {
        environment.add(app, variables);
    }

    /** Starts all applications at once. */
    public void startApps() {
        startApps(App.values());
    }

    /** Starts some of the applications, at once. */
    public void startApps(App... which) {
        for (var app : which) {
            var process = new SupervisedProcess(app.artifact(), layout.command(app), environment.of(app), data, tell);
            apps.put(app, process);
            process.start();
        }
    }

    /** Makes the AOT cache of every application, which later starts read. */
    public void train() throws IOException, InterruptedException {
        for (var app : App.values()) {
            tell.accept("training " + app.artifact());
            var process = new ProcessBuilder(layout.training(app)).redirectErrorStream(true);
            process.environment().putAll(environment.of(app));
            process.redirectOutput(data.resolve("logs").resolve("training.log").toFile());
            if (process.start().waitFor() != 0 && !layout.isTrained(app)) {
                throw new IOException(app.artifact() + " could not be trained; see logs/training.log");
            }
        }
    }

    public boolean isTrained() {
        return java.util.Arrays.stream(App.values()).allMatch(layout::isTrained);
    }

    public boolean isReady(App app) {
        return Waiting.answers(ports.url(app) + "/actuator/health/readiness");
    }

    public void awaitReady(App app) throws InterruptedException {
        Waiting.until(app.artifact(), PATIENCE, () -> isReady(app));
    }

    /** Kills an application as a power cut would; it is started again by itself. */
    public void kill(App app) throws InterruptedException {
        Objects.requireNonNull(apps.get(app)).kill();
    }

    public void killKafka() throws InterruptedException {
        kafka.kill();
    }

    /** Kills PostgreSQL's own process, not the one that minds it. */
    public void killPostgres() throws IOException {
        LocalServer.postmaster(data.resolve("postgres")).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Resident memory of each process in bytes, where the system tells it. */
    public Map<String, Long> memory() {
        var all = new java.util.TreeMap<String, Long>();
        apps.forEach((app, process) -> all.put(app.artifact(), Waiting.resident(process.process())));
        return all;
    }

    /** In order: nothing new comes in, then what runs is finished, then the servers go. */
    @Override
    public void close() {
        var services = new ArrayList<>(apps.values());
        var gateway = apps.get(App.GATEWAY);
        if (gateway != null) {
            gateway.stop();
            services.remove(gateway);
        }
        services.forEach(SupervisedProcess::askToStop);
        services.forEach(SupervisedProcess::awaitStopped);
        kafka.stop();
        postgres.stop();
        if (inbox != null) {
            inbox.close();
        }
    }
}
