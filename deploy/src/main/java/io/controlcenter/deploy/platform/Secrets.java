package io.controlcenter.deploy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and secrets of a local platform: made at random when first asked for, kept in its data folder. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path file;
    private final Properties known = new Properties();

    public Secrets(Path data) throws IOException {
        this.file = data.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            }
        }
    }

    /** The secret of this name, made now if there is none. */
    public synchronized String of(String name) {
        var secret = known.getProperty(name);
        return secret == null ? keep(name, random()) : secret;
    }

    /** Keeps a secret that somebody else made, such as a client's. */
    public synchronized String keep(String name, String secret) {
        known.setProperty(name, secret);
        try {
            store();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return secret;
    }

    public synchronized boolean has(String name) {
        return known.containsKey(name);
    }

    private void store() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = file.resolveSibling("secrets.draft");
        Files.deleteIfExists(draft);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var out = Files.newBufferedWriter(draft)) {
            known.store(out, "Of this local platform only");
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A secret that nobody has yet. */
    public static String random() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
