package io.controlcenter.platform.attachments;

import io.controlcenter.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.util.unit.DataSize;

/** Reads a file from a body of any type, stops at the limit, and has it scanned while no transaction waits. */
final class UploadReading implements HttpMessageConverter<Upload> {

    private static final long HEARD_OUT = 4;
    private final int limit;
    private final MalwareScan scan;

    UploadReading(DataSize limit, MalwareScan scan) {
        this.limit = Math.toIntExact(limit.toBytes());
        this.scan = scan;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type == Upload.class;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public Upload read(Class<? extends Upload> type, HttpInputMessage message) throws IOException {
        var body = message.getBody();
        var content = message.getHeaders().getContentLength() > limit ? new byte[0] : body.readNBytes(limit + 1);
        if (content.length > limit || message.getHeaders().getContentLength() > limit) {
            readOn(body, limit * HEARD_OUT);
            throw tooLarge();
        }
        return new Upload(content, scan.scan(content));
    }

    /** Who is cut off while sending may never see the answer; only what is far too large is cut off. */
    private static void readOn(InputStream body, long atMost) throws IOException {
        var ignored = new byte[8192];
        long left = atMost;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = body.read(ignored);
            left -= read;
        }
    }

    private Problem tooLarge() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "attachment-too-large",
                        "A file has at most %d bytes.".formatted(limit))
                .with("maxBytes", limit);
    }

    @Override
    public void write(Upload upload, @Nullable MediaType type, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("An upload is only read");
    }
}
