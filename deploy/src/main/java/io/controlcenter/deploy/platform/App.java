package io.controlcenter.deploy.platform;

import java.nio.file.Path;

/** The seven applications, in the order in which they are named to people. */
public enum App {
    IDENTITY("identity-service", "identity"),
    ORDER("order-service", "order"),
    REPAIR("repair-service", "repair"),
    MAINTENANCE("maintenance-service", "maintenance"),
    BILLING("billing-service", "billing"),
    NOTIFICATION("notification-service", "notification"),
    GATEWAY("gateway", "gateway");

    private final String artifact;
    private final String context;

    App(String artifact, String context) {
        this.artifact = artifact;
        this.context = context;
    }

    /** Name of the Maven module, and of the process. */
    public String artifact() {
        return artifact;
    }

    /** The domain that it owns: name of its database, if it has one. */
    public String context() {
        return context;
    }

    boolean hasDatabase() {
        return this != GATEWAY;
    }

    /** The jar that the build leaves. */
    Path jar(Path project) {
        return project.resolve(artifact).resolve("target").resolve(artifact + "-1.0.0-SNAPSHOT.jar");
    }
}
