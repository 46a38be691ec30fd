package io.controlcenter.deploy.platform;

import io.controlcenter.platform.test.LocalKafka;
import io.controlcenter.platform.test.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One server in a process of its own: {@code postgres DIRECTORY PORT} or {@code kafka DIRECTORY PORT CONTROLLER-PORT}.
 * Ends when it is told to, or when the server behind it died.
 */
final class LocalServer {

    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    private LocalServer() {}

    public static void main(String[] args) throws Exception {
        var directory = Path.of(args[1]);
        var port = Integer.parseInt(args[2]);
        switch (args[0]) {
            case "postgres" -> postgres(directory, port);
            case "kafka" -> kafka(directory, port, Integer.parseInt(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void kafka(Path directory, int port, int controllerPort) throws Exception {
        var kafka = new LocalKafka(directory, port, controllerPort);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        STOPPED.await();
    }

    private static void postgres(Path directory, int port) throws Exception {
        endLeftOver(directory);
        var postgres = new LocalPostgres(directory, port, true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        while (postmaster(directory).isPresent()) {
            if (STOPPED.await(500, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private static void close(LocalPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void endLeftOver(Path directory) throws Exception {
        var old = postmaster(directory);
        if (old.isPresent()) {
            old.get().destroy();
            old.get().onExit().get(60, TimeUnit.SECONDS);
        }
    }

    /** PostgreSQL's own note of which process serves this directory, where that process still is one of PostgreSQL. */
    static Optional<ProcessHandle> postmaster(Path directory) throws IOException {
        var note = directory.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(note);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }
}
