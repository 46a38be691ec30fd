package io.controlcenter.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A caller's request body on its way to a service: streamed once, counted, never kept. */
public final class RequestBody extends AbstractHttpEntity {

    private static final int BUFFER = 8192;
    private final InputStream content;
    private final long length;
    private final long limit;

    /** The body could not be read to its end; that says nothing about the service. */
    public static class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, IOException cause) {
            super(message, cause);
        }

        Unreadable(String message) {
            super(message);
        }
    }

    /** The body is larger than what was announced or allowed. */
    public static final class TooLarge extends Unreadable {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The body is too large");
        }
    }

    /** @param length as announced; negative when it was not */
    public RequestBody(InputStream content, long length, long limit) {
        super((String) null, null, length < 0);
        this.content = content;
        this.length = length;
        this.limit = limit;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        long total = 0;
        for (int read = read(buffer); read >= 0; read = read(buffer)) {
            total += read;
            if (total > limit) {
                throw new TooLarge();
            }
            out.write(buffer, 0, read);
        }
    }

    private int read(byte[] buffer) throws Unreadable {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new Unreadable("The caller went away", e);
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
