package io.controlcenter.deploy.launcher;

import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.PrintStream;

/** What a newcomer is told when everything runs. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, Ports ports, Secrets secrets) {
        var gateway = ports.url(App.GATEWAY);
        out.printf("""

                  Control Center runs.

                  API docs      %1$s/swagger-ui/index.html
                  Status        %1$s/status
                  Portal        %1$s/portal
                  Inbox         http://localhost:%2$d

                  curl -s -H "Authorization: Bearer $(./deploy/token admin@acme.example)" %1$s/api/v1/me
                  ./deploy/demo          plays the customer journey, step by step
                  ./deploy/down          stops everything (or Ctrl-C here)

                  Who can sign in, and the password of each:
                """, gateway, ports.inbox());
        for (var person : Cast.everybody()) {
            out.printf("  %-26s %-26s %s%n", person.username(), secrets.of("user." + person.username()), person.what());
        }
        out.printf("  %-26s %-26s %s%n", Cast.PARTNER, secrets.of("client." + Cast.PARTNER), "partner client (secret)");
        out.println();
        out.flush();
    }
}
