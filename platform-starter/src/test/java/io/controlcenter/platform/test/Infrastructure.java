package io.controlcenter.platform.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL and the Kafka of a test process, started once and shared by all its contexts: containers where an
 * engine answers and already holds both images, so that no build waits for a download, else the same servers from Maven
 * Central. {@code -Dcontrolcenter.test.infrastructure=embedded|containers} forces one.
 */
public final class Infrastructure {

    private static final String PASSWORD = "test";
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.2";

    private record Servers(String host, int postgresPort, String adminUrl, String kafka) {}

    private static final class Started {
        static final Servers SERVERS = containers() ? startContainers() : startEmbedded();
    }

    private Infrastructure() {}

    public static String bootstrapServers() {
        return Started.SERVERS.kafka();
    }

    /** What an application of this context is told by its environment, after its database was made. */
    public static Map<String, Object> environment(String context) {
        var servers = Started.SERVERS;
        try {
            provision(context);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of " + context + " could not be made", e);
        }
        return Map.of(
                "DB_HOST", servers.host(),
                "DB_PORT", servers.postgresPort(),
                "DB_PASSWORD", PASSWORD,
                "DB_OWNER_PASSWORD", PASSWORD,
                "KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
    }

    public static String ownerUrl(String context) {
        return "jdbc:postgresql://%s:%d/%s?user=%s_owner&password=%s"
                .formatted(Started.SERVERS.host(), Started.SERVERS.postgresPort(), context, context, PASSWORD);
    }

    static String adminUrl() {
        return Started.SERVERS.adminUrl();
    }

    static void provision(String context) throws SQLException {
        Databases.provision(Started.SERVERS.adminUrl(), context, PASSWORD, PASSWORD);
    }

    private static boolean containers() {
        return switch (System.getProperty("controlcenter.test.infrastructure", "auto")) {
            case "containers" -> true;
            case "embedded" -> false;
            default -> isHeld(POSTGRES_IMAGE) && isHeld(KAFKA_IMAGE);
        };
    }

    private static boolean isHeld(String image) {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return false;
            }
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static Servers startContainers() {
        var postgres = new PostgreSQLContainer(POSTGRES_IMAGE).withCommand("postgres", "-c", "max_connections=200");
        var kafka = new KafkaContainer(KAFKA_IMAGE);
        Startables.deepStart(postgres, kafka).join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.stop();
            postgres.stop();
        }));
        var adminUrl = "%s&user=%s&password=%s"
                .formatted(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
        return new Servers(postgres.getHost(), postgres.getMappedPort(5432), adminUrl, kafka.getBootstrapServers());
    }

    private static Servers startEmbedded() {
        try {
            var directory = Files.createTempDirectory("control-center-test");
            var postgres = new LocalPostgres(directory.resolve("postgres"), freePort(), false);
            var kafka = new LocalKafka(directory.resolve("kafka"), freePort(), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                kafka.close();
                try {
                    postgres.close();
                    org.springframework.util.FileSystemUtils.deleteRecursively(directory);
                } catch (IOException _) {
                    // the operating system clears its temporary directory
                }
            }));
            return new Servers("localhost", postgres.port(), postgres.adminUrl(), kafka.bootstrapServers());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL and Kafka could not be started", e);
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
