package io.controlcenter.platform.attachments;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.Set;
import org.apache.tika.Tika;

/** What a file is: its content says it, and its name may only say it more exactly. */
final class FileTypes {

    private static final String ANYTHING = "application/octet-stream";
    private final Tika tika = new Tika();
    private final Set<String> taken;

    FileTypes(Set<String> taken) {
        this.taken = taken;
    }

    /** @throws Problem 422 when it is of no type that is taken, or its name says another one */
    String require(String name, byte[] content) {
        var type = detect(name, content);
        if (!taken.contains(type)) {
            throw refused(
                    "", type, "The content is %s; a file is one of %s.".formatted(type, String.join(", ", taken)));
        }
        var said = tika.detect(name);
        if (!said.equals(ANYTHING) && !said.equals(type)) {
            throw refused("name", type, "The name is that of %s, the content is %s.".formatted(said, type));
        }
        return type;
    }

    /** Text becomes a table and an archive a document by the name; what nothing is known of becomes nothing by it. */
    private String detect(String name, byte[] content) {
        var type = tika.detect(content);
        return type.equals(ANYTHING) ? type : tika.detect(content, name);
    }

    private static Problem refused(String pointer, String type, String detail) {
        return Problem.unprocessable(Violation.invalid(pointer, detail)).with("detected", type);
    }
}
