package io.controlcenter.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL, from the binaries on Maven Central, with a data directory that may outlive this process. */
public final class LocalPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    /** @param durable false for tests: faster, and nothing survives a power cut */
    public LocalPostgres(Path directory, int port, boolean durable) throws IOException {
        Files.createDirectories(directory);
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.resolve("bin").toFile())
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    public int port() {
        return server.getPort();
    }

    /** As the superuser: for provisioning only. */
    public String adminUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
