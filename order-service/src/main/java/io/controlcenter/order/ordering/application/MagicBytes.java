package io.controlcenter.order.ordering.application;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether a document begins as its type does, so that nothing is passed on under a false name. */
final class MagicBytes {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private MagicBytes() {}

    static boolean fit(String mediaType, byte[] content) {
        return switch (mediaType) {
            case "application/pdf" -> begins(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
            case "image/png" -> begins(content, PNG);
            case "image/jpeg" -> begins(content, JPEG);
            case String text when text.startsWith("text/") -> isText(content);
            case String office when office.contains("openxmlformats") -> begins(content, ZIP);
            default -> true;
        };
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length > with.length && java.util.Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(sign -> sign == 0);
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
