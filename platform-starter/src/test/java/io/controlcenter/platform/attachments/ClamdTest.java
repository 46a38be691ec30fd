package io.controlcenter.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to a clamd, against a socket that speaks like one. */
class ClamdTest {

    @ParameterizedTest
    @CsvSource({
        "stream: OK, Clean[]",
        "stream: Eicar-Signature FOUND, Infected[threat=Eicar-Signature]",
        "INSTREAM size limit exceeded. ERROR, Unknown[]"
    })
    void it_hands_over_the_file_and_reads_the_verdict(String answer, String verdict) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> serve(server, answer));
            var clamd = new Clamd("127.0.0.1:" + server.getLocalPort());
            assertThat(clamd.scan("a file".getBytes(StandardCharsets.UTF_8))).hasToString(verdict);
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
    void a_file_waits_while_nobody_answers() throws IOException {
        int free;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        assertThat(new Clamd("127.0.0.1:" + free).scan(new byte[1])).isEqualTo(new Verdict.Unknown());
    }
}
