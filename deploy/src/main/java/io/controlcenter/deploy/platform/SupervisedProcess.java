package io.controlcenter.deploy.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process that is started again when it ends without being told to, and that writes to a log file of its own. */
final class SupervisedProcess {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path data;
    private final Consumer<String> tell;
    private volatile boolean wanted;
    private volatile @Nullable Process process;

    /** @param tell hears, in one line each, what a person at the terminal should know */
    SupervisedProcess(
            String name, List<String> command, Map<String, String> environment, Path data, Consumer<String> tell) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.data = data;
        this.tell = tell;
    }

    synchronized void start() {
        wanted = true;
        launch();
        Thread.ofVirtual().name("supervise-" + name).start(this::supervise);
    }

    private void launch() {
        try {
            Files.createDirectories(log().getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            var started = builder.start();
            process = started;
            pidFile().write(started.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    private void supervise() {
        var pause = Duration.ofSeconds(1);
        try {
            while (wanted) {
                var running = process;
                var code = running == null ? 0 : running.waitFor();
                if (!wanted) {
                    return;
                }
                tell.accept("%s ended (%d) and is started again; see %s".formatted(name, code, log()));
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                relaunch();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void relaunch() {
        if (wanted) {
            launch();
        }
    }

    /** Ends it for good, politely first. */
    void stop() {
        askToStop();
        awaitStopped();
    }

    synchronized void askToStop() {
        wanted = false;
        var running = process;
        if (running != null) {
            running.destroy();
        }
    }

    void awaitStopped() {
        var running = process;
        try {
            if (running != null && !running.waitFor(40, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
            pidFile().delete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // a stale file does no harm: the process it names is checked
        }
    }

    /** As a power cut would; it is started again by itself. */
    void kill() throws InterruptedException {
        var running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Nullable
    Process process() {
        return process;
    }

    Path log() {
        return data.resolve("logs").resolve(name + ".log");
    }

    private PidFile pidFile() {
        return new PidFile(data.resolve("run").resolve(name + ".pid"));
    }
}
