package io.controlcenter.deploy;

import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.demo.Demo;
import io.controlcenter.deploy.demo.DemoData;
import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.http.FreshToken;
import io.controlcenter.deploy.http.SignIn;
import io.controlcenter.deploy.inbox.CaughtMail;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.LocalPlatform;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import io.controlcenter.deploy.platform.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole platform with the demo data, from the jars of the build, one for all tests of a run that ask for it as a
 * parameter. Its gateway also trusts the keys of {@link Forge}, and limits nobody.
 */
final class RunningPlatform implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern INVITATION = Pattern.compile("https?://\\S+/account/invitation\\S*");

    private final Path data;
    private final Ports ports = Ports.free();
    private final Secrets secrets;
    private final LocalPlatform platform;
    private final SignIn signIn;
    private final Forge forge;
    private Demo.@Nullable Played played;
    private final Map<String, Caller> people = new ConcurrentHashMap<>();

    private RunningPlatform() throws Exception {
        data = Files.createTempDirectory("control-center");
        secrets = new Secrets(data);
        platform = new LocalPlatform(
                Path.of("..").toRealPath(),
                data,
                ports,
                secrets,
                List.of("-XX:TieredStopAtLevel=1"),
                System.out::println);
        forge = new Forge(URI.create(ports.url(App.IDENTITY) + "/oauth2/jwks"), ports.url(App.GATEWAY));
        platform.tell(
                App.GATEWAY,
                Map.of(
                        "JWKS_URI", forge.keys().toString(),
                        "RATE_LIMIT_PER_SECOND", "1000000",
                        "RATE_LIMIT_BURST", "1000000",
                        "RATE_LIMIT_ENTERPRISE_PER_SECOND", "1000000",
                        "RATE_LIMIT_ENTERPRISE_BURST", "1000000"));
        signIn = new SignIn(ports.url(App.GATEWAY));
        try {
            start();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void start() throws IOException, InterruptedException {
        platform.startServers();
        platform.startApps();
        for (var app : App.values()) {
            platform.awaitReady(app);
        }
        new DemoData(ports, secrets, platform.inbox().store(), System.out::println).load();
    }

    LocalPlatform platform() {
        return platform;
    }

    Ports ports() {
        return ports;
    }

    Secrets secrets() {
        return secrets;
    }

    Forge forge() {
        return forge;
    }

    /** A customer who has something of everything: the one of the demo, which is played once. */
    synchronized Demo.Played played() {
        var customer = played == null ? new Demo(ports, secrets, System.out).play() : played;
        played = customer;
        return customer;
    }

    /** Somebody of the demo data, or whom {@link #invite} brought in. */
    Caller person(String username) {
        return people.computeIfAbsent(
                username,
                name -> withToken(new FreshToken(() -> signIn.person(name, secrets.of("user." + name))), null));
    }

    Caller operator() {
        return person(Cast.OPERATOR.username());
    }

    Caller partner(String clientId, String secret) {
        return withToken(new FreshToken(() -> signIn.partner(clientId, secret)), null);
    }

    Caller withToken(String token) {
        return withToken(() -> token, null);
    }

    Caller nobody() {
        return withToken(() -> null, null);
    }

    private Caller withToken(Supplier<@Nullable String> token, @Nullable String enterprise) {
        return new Caller(ports.url(App.GATEWAY), token, enterprise);
    }

    /** An enterprise of the demo data, by its name. */
    String enterprise(String name) {
        return operator()
                .get("/api/v1/enterprises?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .map(one -> one.path("enterpriseId").asString())
                .findFirst()
                .orElseThrow();
    }

    /**
     * A new member of an enterprise, who accepted the invitation and can sign in.
     *
     * @param grant the body of a membership
     * @return the user's id
     */
    String invite(String username, String enterprise, Map<String, Object> grant) throws InterruptedException {
        var made = operator()
                .on(enterprise)
                .post(
                        "/api/v1/users",
                        Map.of(
                                "username",
                                username,
                                "email",
                                username,
                                "firstName",
                                "Test",
                                "lastName",
                                "Person",
                                "timeZone",
                                "America/Chicago",
                                "membership",
                                grant))
                .expect(201);
        var mails = platform.inbox().store();
        Waiting.until(
                "the invitation of " + username,
                PATIENCE,
                () -> mails.to(username).stream().anyMatch(RunningPlatform::invites));
        var link = mails.to(username).stream()
                .filter(RunningPlatform::invites)
                .flatMap(mail -> INVITATION.matcher(mail.text()).results())
                .map(found -> URI.create(found.group()))
                .findFirst()
                .orElseThrow();
        var password = Secrets.random();
        signIn.acceptInvitation(link, password);
        signIn.person(username, password);
        secrets.keep("user." + username, password);
        return made.text("/userId");
    }

    private static boolean invites(CaughtMail mail) {
        return INVITATION.matcher(mail.text()).find();
    }

    @Override
    public void close() throws IOException {
        platform.close();
        forge.close();
        try (var files = Files.walk(data)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Gives the one platform to whoever asks; it is stopped when all tests have run. */
    static final class One implements ParameterResolver {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(RunningPlatform.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningPlatform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var started = context.getRoot().getStore(HERE).computeIfAbsent(Start.class, _ -> Start.now(), Start.class);
            if (started.failure() != null) {
                throw new IllegalStateException("The platform does not start", started.failure());
            }
            return java.util.Objects.requireNonNull(started.platform());
        }

        /** A platform that does not start is not tried again by every test. */
        private record Start(
                @Nullable RunningPlatform platform,
                @Nullable Exception failure) implements AutoCloseable {

            static Start now() {
                try {
                    return new Start(new RunningPlatform(), null);
                } catch (Exception e) {
                    return new Start(null, e);
                }
            }

            @Override
            public void close() throws IOException {
                if (platform != null) {
                    platform.close();
                }
            }
        }
    }
}
