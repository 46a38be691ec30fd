package io.controlcenter.platform.test;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A scanner of the test process that speaks as clamd does, finds one thing, and can be out of order. */
public final class FakeClamd {

    /** What it takes for a threat, wherever in a file it stands. */
    public static final String HARMFUL = "harmful-for-tests";

    /** What it calls it. */
    public static final String THREAT = "Test.Harmful";

    private static final AtomicReference<@Nullable String> NO_VERDICT_ON = new AtomicReference<>();
    private static final AtomicReference<@Nullable Thinking> THINKING = new AtomicReference<>();
    private static final ServerSocket SERVER = start();

    private FakeClamd() {}

    /** Ends being out of order. */
    public interface Repair extends AutoCloseable {
        @Override
        void close();
    }

    public static Repair outOfOrder() {
        return withoutVerdictOn("");
    }

    /** Does not know what to say of files that hold this. */
    public static Repair withoutVerdictOn(String part) {
        NO_VERDICT_ON.set(part);
        return () -> NO_VERDICT_ON.set(null);
    }

    /** Thinks about files until it is closed. */
    public static Thinking thinking() {
        var thinking = new Thinking(new CountDownLatch(1), new CountDownLatch(1));
        THINKING.set(thinking);
        return thinking;
    }

    /** A scanner that was asked and has not answered yet. */
    public record Thinking(CountDownLatch asked, CountDownLatch over) implements AutoCloseable {

        public void awaitQuestion() throws InterruptedException {
            asked.await();
        }

        private void think() {
            asked.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        public void answer() {
            THINKING.set(null);
            over.countDown();
        }

        @Override
        public void close() {
            answer();
        }
    }

    static String address() {
        return SERVER.getInetAddress().getHostAddress() + ":" + SERVER.getLocalPort();
    }

    private static ServerSocket start() {
        try {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().name("fake-clamd").start(() -> serve(server));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(ServerSocket server) {
        while (true) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // whoever hung up learns nothing
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.readNBytes("zINSTREAM\0".length());
        var file = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        socket.getOutputStream().write((verdict(file.toString()) + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static String verdict(String file) {
        var thinking = THINKING.get();
        if (thinking != null) {
            thinking.think();
        }
        var unknown = NO_VERDICT_ON.get();
        if (unknown != null && file.contains(unknown)) {
            return "Out of memory. ERROR";
        }
        return file.contains(HARMFUL) ? "stream: %s FOUND".formatted(THREAT) : "stream: OK";
    }
}
