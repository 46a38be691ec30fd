package io.controlcenter.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The content says what a file is, and the name must not say another thing. */
class FileTypesTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private final FileTypes types =
            new FileTypes(Set.of("application/pdf", "image/png", "text/plain", "text/csv", "application/json", DOCX));

    @ParameterizedTest
    @CsvSource({
        "contract.pdf, %PDF-1.7 x, application/pdf",
        "CONTRACT.PDF, %PDF-1.7 x, application/pdf",
        "contract, %PDF-1.7 x, application/pdf",
        "notes.txt, hello, text/plain",
        "levels of today, hello, text/plain",
        "lines.csv, 'a,b', text/csv",
        "levels.json, {}, application/json",
        "letter.docx, PK\u0003\u0004..., " + DOCX
    })
    void a_file_is_what_both_say(String name, String content, String type) {
        assertThat(types.require(name, bytes(content))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "contract.pdf.exe, %PDF-1.7 x, name",
        "picture.png, %PDF-1.7 x, name",
        "contract.pdf, <script>, name",
        "contract.docx, hello, name",
        "notes.txt, MZ\u0000\u0000, ''",
        "notes.txt, <html>, ''",
        "page.html, hello, ''",
        "picture.svg, <svg onload=x>, ''",
        "archive.zip, PK\u0003\u0004..., ''",
        "contract.pdf, '\u0000\u0001\u0002\u0003', ''",
        "empty.txt, '', ''"
    })
    void anything_else_is_refused(String name, String content, String pointer) {
        assertThatThrownBy(() -> types.require(name, bytes(content)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().getProperties())
                                .containsKey("detected")
                                .extractingByKey("errors")
                                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Violation.class))
                                .extracting(Violation::pointer)
                                .isEqualTo(List.of(pointer)));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
