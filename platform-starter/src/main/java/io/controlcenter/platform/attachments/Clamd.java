package io.controlcenter.platform.attachments;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a clamd over TCP, by its INSTREAM command. */
final class Clamd implements MalwareScan {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private final String host;
    private final int port;
    private final int patience;

    /**
     * @param address host:port
     * @param patience for the connection, and then for the whole of sending and answering
     */
    Clamd(String address, Duration patience) {
        var colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.patience = Math.toIntExact(patience.toMillis());
    }

    @Override
    public Verdict scan(byte[] content) {
        try (var socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(host, port), patience);
            } catch (IOException e) {
                LOG.warn("No clamd at {}:{}: {}", host, port, e.toString());
                return new Verdict.Away();
            }
            return verdict(ask(socket, content));
        } catch (IOException e) {
            LOG.warn("clamd at {}:{} does not answer: {}", host, port, e.toString());
            return new Verdict.Unknown();
        }
    }

    private String ask(Socket socket, byte[] content) throws IOException {
        // a write waits without limit for a reader that has stopped; only closing ends it
        CompletableFuture.delayedExecutor(patience, TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> close(socket));
        var out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(content.length);
        out.write(content);
        out.writeInt(0);
        out.flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Infected(found.group(1));
        }
        LOG.warn("clamd could not scan: {}", answer);
        return new Verdict.Unknown();
    }
}
