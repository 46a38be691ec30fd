package io.controlcenter.deploy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** What a launcher that was killed left running: found by its pid files, and stopped. */
final class LeftOvers {

    private LeftOvers() {}

    static void end(Path data, Consumer<String> tell) throws IOException {
        var found = running(data);
        if (found.isEmpty()) {
            return;
        }
        tell.accept("stopping what was left over by a launcher that was killed: " + found.size() + " processes");
        found.forEach(ProcessHandle::destroy);
        found.forEach(LeftOvers::awaitEnd);
        LocalServer.postmaster(data.resolve("postgres")).ifPresent(postmaster -> {
            postmaster.destroy();
            awaitEnd(postmaster);
        });
    }

    private static List<ProcessHandle> running(Path data) throws IOException {
        var folder = data.resolve("run");
        var found = new ArrayList<ProcessHandle>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    new PidFile(file).process().ifPresent(found::add);
                }
            }
        }
        LocalServer.postmaster(data.resolve("postgres")).ifPresent(found::add);
        return found;
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(40, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            process.destroyForcibly();
        }
    }
}
