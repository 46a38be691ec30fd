package io.controlcenter.deploy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * How an application is run: unpacked beside the data, which starts faster than a jar in a jar and is what an AOT cache
 * needs, with the flags of a machine that runs everything at once (spike: serial GC, C1, compact headers).
 */
final class Layout {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path java;
    private final Path project;
    private final Path data;
    private final List<String> pace;

    /** @param pace flags that trade speed under load for a quick start, or the other way round */
    Layout(Path project, Path data, List<String> pace) {
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.project = project;
        this.data = data;
        this.pace = List.copyOf(pace);
    }

    /** Unpacks what was built since it was unpacked last. */
    void unpack(App app) throws IOException, InterruptedException {
        var jar = app.jar(project);
        if (!Files.exists(jar)) {
            throw new IOException(jar + " is missing: build first");
        }
        if (Files.exists(runnable(app)) && !isNewer(jar, runnable(app))) {
            return;
        }
        FileSystemUtils.deleteRecursively(home(app));
        Files.createDirectories(home(app).getParent());
        var unpacking = new ProcessBuilder(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        home(app).toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("logs").resolve("unpack.log").toFile())
                .start();
        if (!unpacking.waitFor(3, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
            throw new IOException(jar + " could not be unpacked; see " + data.resolve("logs/unpack.log"));
        }
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private Path home(App app) {
        return data.resolve("apps").resolve(app.artifact());
    }

    private Path runnable(App app) {
        return home(app).resolve(app.jar(project).getFileName());
    }

    private Path cache(App app) {
        return home(app).resolve("app.aot");
    }

    boolean isTrained(App app) {
        return Files.exists(cache(app));
    }

    List<String> command(App app) {
        var command = base(app);
        if (isTrained(app)) {
            command.add("-XX:AOTCache=" + cache(app));
        }
        command.addAll(pace);
        return run(command, app);
    }

    /** Starts the application up to the point where it would serve, and writes what that took into its AOT cache. */
    List<String> training(App app) {
        var command = base(app);
        command.add("-XX:AOTCacheOutput=" + cache(app));
        command.add("-Dspring.context.exit=onRefresh");
        return run(command, app);
    }

    private List<String> base(App app) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(FLAGS);
        if (app == App.BILLING) {
            // a chunk of a bill run lives and dies among the young; promoted, it would fill the heap
            command.addAll(List.of("-Xms128m", "-Xmn64m", "-Xmx384m"));
        } else {
            command.addAll(List.of("-Xms64m", "-Xmx256m"));
        }
        return command;
    }

    private List<String> run(List<String> command, App app) {
        command.addAll(List.of("-jar", runnable(app).toString()));
        return List.copyOf(command);
    }

    List<String> server(String... arguments) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx" + (arguments[0].equals("kafka") ? 320 : 192) + "m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalServer.class.getName()));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }
}
