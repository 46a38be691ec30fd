package io.controlcenter.billing.requests.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is of a kind when both its name and its content say so. */
class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "contract.pdf, %PDF-1.7 x, PDF",
        "CONTRACT.PDF, %PDF-1.7 x, PDF",
        "notes.txt, hello, TEXT",
        "lines.csv, 'a,b', CSV",
        "contract.pdf, <html>, ",
        "page.html, <html>, ",
        "contract.pdf.exe, %PDF-1.7, ",
        "picture.png, %PDF-1.7, ",
        ".pdf, %PDF-1.7, ",
        "pdf, %PDF-1.7, ",
        "empty.txt, '', ",
    })
    void both_have_to_agree(String name, String content, @org.jspecify.annotations.Nullable FileKind kind) {
        assertThat(FileKind.of(name, content.getBytes(StandardCharsets.UTF_8)).orElse(null))
                .isEqualTo(kind);
    }

    @Test
    void bytes_are_no_text() {
        assertThat(FileKind.of("notes.txt", new byte[] {'a', 0, 'b'})).isEmpty();
        assertThat(FileKind.of("notes.txt", new byte[] {(byte) 0xc3, (byte) 0x28}))
                .isEmpty();
        assertThat(FileKind.of("p.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .contains(FileKind.PNG);
    }
}
