package io.controlcenter.platform.attachments;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a clamd over TCP, by its INSTREAM command. */
final class Clamd implements MalwareScan {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private final String host;
    private final int port;

    /** @param address host:port */
    Clamd(String address) {
        var colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
    }

    @Override
    public Verdict scan(byte[] content) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(content.length);
            out.write(content);
            out.writeInt(0);
            out.flush();
            return verdict(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\0", ""));
        } catch (IOException e) {
            LOG.warn("clamd at {}:{} does not answer: {}", host, port, e.toString());
            return new Verdict.Unknown();
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.strip().equals("stream: OK")) {
            return new Verdict.Clean();
        }
        var found = FOUND.matcher(answer.strip());
        if (found.matches()) {
            return new Verdict.Infected(found.group(1));
        }
        LOG.warn("clamd could not scan: {}", answer.strip());
        return new Verdict.Unknown();
    }
}
