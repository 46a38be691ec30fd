package io.controlcenter.deploy.bench;

import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.LocalPlatform;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Arguments: project folder, folder for its data, then what to measure: {@code start events gateway bills}, or nothing for all. */
final class Bench {

    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");
    private static final List<String> UNDER_LOAD = List.of();

    private final Path project;
    private final Path data;
    private final Figures figures = new Figures();

    private Bench(Path project, Path data) {
        this.project = project;
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        var wanted = args.length > 2
                ? List.of(args).subList(2, args.length)
                : List.of("start", "events", "gateway", "bills");
        var data = Path.of(args[1]);
        FileSystemUtils.deleteRecursively(data);
        var bench = new Bench(Path.of(args[0]), Files.createDirectories(data));
        if (wanted.contains("start")) {
            bench.start();
        }
        if (wanted.contains("events") || wanted.contains("gateway")) {
            bench.underLoad(wanted);
        }
        if (wanted.contains("bills")) {
            bench.bills();
        }
        System.out.println("\n" + bench.figures.table());
        System.exit(0);
    }

    private LocalPlatform platform(Ports ports, List<String> pace) throws IOException {
        return new LocalPlatform(project, data, ports, new Secrets(data), pace, System.out::println);
    }

    /** From the start of seven processes to the last that is ready: as built, then trained. */
    private void start() throws IOException, InterruptedException {
        try (var platform = platform(Ports.free(), QUICK_START)) {
            platform.startServers();
            platform.startApps();
            awaitAll(platform);
        }
        try (var platform = platform(Ports.free(), QUICK_START)) {
            platform.startServers();
            figures.add("Start of all seven, as built", timed(platform), "60 s");
        }
        try (var platform = platform(Ports.free(), QUICK_START)) {
            platform.startServers();
            platform.train();
            figures.add("Start of all seven, trained", timed(platform), "20 s");
            TimeUnit.SECONDS.sleep(5);
            long bytes = platform.memory().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            figures.add("Resident memory of all seven", "%.2f GB".formatted(bytes / 1e9), "2 GB");
        }
    }

    private static String timed(LocalPlatform platform) throws InterruptedException {
        long begun = System.nanoTime();
        platform.startApps();
        awaitAll(platform);
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }

    private static void awaitAll(LocalPlatform platform) throws InterruptedException {
        for (var app : App.values()) {
            platform.awaitReady(app);
        }
    }

    /** By billing alone, as it would have two cores of its own. */
    private void bills() throws Exception {
        var ports = Ports.free();
        try (var platform = platform(ports, UNDER_LOAD)) {
            platform.startServers();
            platform.startApps(App.BILLING);
            platform.awaitReady(App.BILLING);
            new BillRunSpeed(ports, new Secrets(data), figures, platform, data).measure();
        }
    }

    private void underLoad(List<String> wanted) throws Exception {
        var ports = Ports.free();
        try (var trivial = new TrivialService();
                var platform = platform(ports, UNDER_LOAD)) {
            platform.tell(
                    App.GATEWAY,
                    Map.of(
                            "ORDER_URL", trivial.url(),
                            "RATE_LIMIT_PER_SECOND", "1000000",
                            "RATE_LIMIT_BURST", "1000000",
                            "RATE_LIMIT_ENTERPRISE_PER_SECOND", "1000000",
                            "RATE_LIMIT_ENTERPRISE_BURST", "1000000"));
            platform.startServers();
            platform.startApps();
            awaitAll(platform);
            var secrets = new Secrets(data);
            if (wanted.contains("events")) {
                new EventLatency(ports, secrets, figures).measure();
            }
            if (wanted.contains("gateway")) {
                new GatewayOverhead(ports, secrets, trivial, figures, data).measure();
            }
        }
    }
}
