package io.controlcenter.deploy.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where everything of one platform listens, all on this machine only.
 *
 * @param inbox the page of caught mail; smtp is where it catches them
 */
public record Ports(Map<App, Integer> apps, int postgres, int kafka, int kafkaController, int smtp, int inbox) {

    /** Those that {@code ./deploy/up} uses and the documentation names. */
    public static Ports standard() {
        var apps = new EnumMap<App, Integer>(App.class);
        apps.put(App.GATEWAY, 8080);
        apps.put(App.IDENTITY, 8081);
        apps.put(App.ORDER, 8082);
        apps.put(App.REPAIR, 8083);
        apps.put(App.MAINTENANCE, 8084);
        apps.put(App.BILLING, 8085);
        apps.put(App.NOTIFICATION, 8086);
        return new Ports(apps, 15432, 19092, 19093, 13025, 8025);
    }

    /** Any that are free now, for a platform beside another one. */
    public static Ports free() {
        var free = reserve(App.values().length + 5);
        var apps = new EnumMap<App, Integer>(App.class);
        for (var app : App.values()) {
            apps.put(app, free.removeFirst());
        }
        return new Ports(apps, free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }

    /** Held open together, so that no port is handed out twice. */
    private static List<Integer> reserve(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return new ArrayList<>(
                    sockets.stream().map(ServerSocket::getLocalPort).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is given up either way
        }
    }

    public int of(App app) {
        return Objects.requireNonNull(apps.get(app));
    }

    public String url(App app) {
        return "http://localhost:" + of(app);
    }

    /** What somebody else listens on already, by the name of what it is for. */
    public Map<String, Integer> taken() {
        var all = new LinkedHashMap<String, Integer>();
        apps.forEach((app, port) -> all.put(app.artifact(), port));
        all.putAll(Map.of("PostgreSQL", postgres, "Kafka", kafka, "Kafka's controller", kafkaController));
        all.putAll(Map.of("SMTP", smtp, "the inbox", inbox));
        all.values().removeIf(Ports::isFree);
        return all;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
