package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.http.HttpStatus;

/** Account numbers in the first column of a CSV file; a heading is recognised and left out. */
final class AccountFile {

    /** C-CC-ADDACC */
    static final int MOST_BYTES = 1_048_576;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private AccountFile() {}

    static List<String> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "contentTooLarge", "The file may have 1 MB.");
        }
        var accounts = rows(text(bytes));
        if (accounts.isEmpty()) {
            throw Problem.unprocessable(Violation.missing("", "The file names no account."));
        }
        if (accounts.size() > AddingAccounts.MOST) {
            throw Problem.unprocessable(new Violation(
                    "",
                    Violation.TOO_MANY_RECORDS,
                    "The file names " + accounts.size() + " accounts; 100 may be added at once."));
        }
        return accounts;
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw unreadable();
        }
    }

    private static List<String> rows(String text) {
        if (text.indexOf('\0') >= 0) {
            throw unreadable();
        }
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(new StringReader(text))) {
            return StreamSupport.stream(parser.spliterator(), false)
                    .filter(row -> row.size() > 0 && !row.get(0).isBlank())
                    .filter(row -> !isHeading(row))
                    .map(row -> row.get(0))
                    .toList();
        } catch (UncheckedIOException | IOException _) {
            throw unreadable();
        }
    }

    private static boolean isHeading(CSVRecord row) {
        return row.getRecordNumber() == 1
                && row.get(0).toLowerCase(java.util.Locale.ROOT).matches("account.*");
    }

    private static Problem unreadable() {
        return Problem.badRequest("invalidBody", "This is no CSV file in UTF-8.");
    }
}
