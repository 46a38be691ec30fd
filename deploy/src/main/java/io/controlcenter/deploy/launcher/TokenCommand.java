package io.controlcenter.deploy.launcher;

import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.http.SignIn;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ./deploy/token USER}: an access token on standard output, and nothing else there. */
final class TokenCommand {

    private TokenCommand() {}

    public static void main(String[] args) throws IOException {
        var who = args[1];
        var secrets = new Secrets(Path.of(args[0]));
        var signIn = new SignIn(Ports.standard().url(App.GATEWAY));
        try {
            if (secrets.has("client." + who)) {
                System.out.println(signIn.partner(who, secrets.of("client." + who)));
            } else if (secrets.has("user." + who)) {
                System.out.println(signIn.person(who, secrets.of("user." + who)));
            } else {
                System.err.println("There is no " + who + ". There are:");
                Cast.everybody().forEach(person -> System.err.println("  " + person.username()));
                System.err.println("  " + Cast.PARTNER);
                System.exit(1);
            }
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            System.err.println("No token: " + e.getMessage());
            System.exit(1);
        }
    }
}
