package io.controlcenter.deploy.launcher;

import io.controlcenter.deploy.demo.DemoData;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.LocalPlatform;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./deploy/up}: starts everything, waits until all are healthy, loads the demo data, says what to open, and stays
 * until it is told to stop. Exit codes: 2 another platform runs on this data, 3 a port is taken, 1 anything else.
 */
public final class Launcher {

    private static final PrintStream OUT = System.out;
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

    private final Path data;
    private final LocalPlatform platform;
    private final Secrets secrets;
    private final Ports ports = Ports.standard();
    private final long begun = System.nanoTime();

    private Launcher(Path project, Path data) throws IOException {
        this.data = data;
        this.secrets = new Secrets(data);
        this.platform =
                new LocalPlatform(project, data, ports, secrets, QUICK_START, line -> OUT.println("  ! " + line));
    }

    /** Arguments: project folder, data folder, then {@code --train} perhaps. */
    public static void main(String[] args) throws Exception {
        var data = Files.createDirectories(Path.of(args[1]));
        var train = List.of(args).contains("--train");
        try (var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                OUT.printf(
                        "It runs already: %s (./deploy/down stops it)%n",
                        Ports.standard().url(App.GATEWAY));
                System.exit(2);
            }
            Files.writeString(
                    data.resolve("launcher.pid"), "" + ProcessHandle.current().pid());
            new Launcher(Path.of(args[0]), data).run(train);
        }
    }

    private void run(boolean train) throws IOException, InterruptedException {
        var stopped = new CountDownLatch(1);
        try {
            stopWhenTold(stopped);
            platform.endLeftOvers();
            requireFreePorts();
            start(train);
            new DemoData(ports, secrets, platform.inbox().store(), line -> step(line)).load();
            Welcome.print(OUT, ports, secrets);
            Files.writeString(data.resolve("ready"), ports.url(App.GATEWAY));
        } catch (IOException | RuntimeException e) {
            OUT.println("\n  It did not come up: " + e.getMessage() + "\n  Logs: " + data.resolve("logs"));
            System.exit(1);
        }
        stopped.await();
    }

    private void stopWhenTold(CountDownLatch stopped) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            OUT.println("\n  stopping …");
            platform.close();
            delete("ready");
            delete("launcher.pid");
            OUT.println("  stopped; the data stays in " + data);
            stopped.countDown();
        }));
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(data.resolve(name));
        } catch (IOException _) {
            // a stale note is checked by whoever reads it
        }
    }

    private void requireFreePorts() {
        var taken = ports.taken();
        taken.forEach((what, port) -> OUT.printf("  Port %d, which %s needs, is taken.%n", port, what));
        if (!taken.isEmpty()) {
            System.exit(3);
        }
    }

    private void start(boolean train) throws IOException, InterruptedException {
        step("starting PostgreSQL, Kafka and the inbox");
        platform.startServers();
        if (train) {
            step("training the start of each application, once");
            platform.train();
        }
        step("starting seven applications" + (platform.isTrained() ? "" : " (./deploy/up --train makes this quicker)"));
        platform.startApps();
        var waiting = EnumSet.allOf(App.class);
        var patience = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (!waiting.isEmpty()) {
            for (var app : EnumSet.copyOf(waiting)) {
                if (platform.isReady(app)) {
                    waiting.remove(app);
                    step("%-21s ready  %s".formatted(app.artifact(), ports.url(app)));
                }
            }
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("not ready in time: " + waiting);
            }
            TimeUnit.MILLISECONDS.sleep(150);
        }
    }

    private void step(String line) {
        OUT.printf("  [%5.1f s] %s%n", (System.nanoTime() - begun) / 1e9, line);
    }
}
