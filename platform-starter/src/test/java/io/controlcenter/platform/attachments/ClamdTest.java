package io.controlcenter.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to a clamd, against a socket that speaks like one, or does not. */
@Timeout(60)
class ClamdTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    /** More than what the sockets' buffers hold. */
    private static final byte[] LARGE = new byte[32 * 1024 * 1024];

    private static Clamd clamd(ServerSocket server, Duration patience) {
        return new Clamd("127.0.0.1:" + server.getLocalPort(), patience);
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @CsvSource({
        "stream: OK, Clean[]",
        "stream: Eicar-Signature FOUND, Infected[threat=Eicar-Signature]",
        "INSTREAM size limit exceeded. ERROR, Unknown[]",
        "'', Unknown[]"
    })
    void it_hands_over_the_file_and_reads_the_verdict(String answer, String verdict) throws Exception {
        try (var server = server()) {
            var received = CompletableFuture.supplyAsync(() -> serve(server, answer));
            assertThat(clamd(server, LONG).scan("a file".getBytes(StandardCharsets.UTF_8)))
                    .hasToString(verdict);
            assertThat(received.get()).isEqualTo("zINSTREAM a file");
        }
    }

    private static String serve(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII).replace("\0", "");
            var file = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            assertThat(in.readInt()).isZero();
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
            return command + " " + file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobody_there_says_nothing_of_the_file() throws IOException {
        Clamd gone;
        try (var server = server()) {
            gone = clamd(server, LONG);
        }
        assertThat(gone.scan(new byte[1])).isEqualTo(new Verdict.Away());
    }

    /** What a scanner can do wrong, once it took the connection. */
    enum Misbehaviour {
        HANGS_UP,
        READS_NOTHING,
        READS_AND_IS_SILENT,
        DRIPS;

        void on(Socket socket, CountDownLatch over) throws Exception {
            switch (this) {
                case HANGS_UP -> socket.close();
                case READS_NOTHING -> over.await();
                case READS_AND_IS_SILENT -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                case DRIPS -> {
                    while (over.getCount() > 0) {
                        socket.getOutputStream().write('s');
                        socket.getInputStream().readNBytes(1024);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_it_does_it_is_waited_for_no_longer_than_said(Misbehaviour misbehaviour) throws IOException {
        var over = new CountDownLatch(1);
        try (var server = server()) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    misbehaviour.on(socket, over);
                } catch (Exception e) {
                    // it was hung up on
                }
            });
            var before = System.nanoTime();
            assertThat(clamd(server, SHORT).scan(LARGE)).isEqualTo(new Verdict.Unknown());
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        } finally {
            over.countDown();
        }
    }
}
