package io.controlcenter.platform.attachments;

import java.nio.charset.StandardCharsets;

/** Finds the test signature of the industry (EICAR), so that the way of an infected file works without any scanner. */
final class KnownSignatures implements MalwareScan {

    /** In two parts, or scanners would take this class for infected. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Override
    public Verdict scan(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(EICAR)
                ? new Verdict.Infected("EICAR-Test-File")
                : new Verdict.Clean();
    }
}
