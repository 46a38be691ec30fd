package io.controlcenter.deploy.launcher;

import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.http.FreshToken;
import io.controlcenter.deploy.http.SignIn;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** {@code ./deploy/bill-run DATE}: asks for a bill run as the operator, and draws its progress until it is done. */
final class BillRunCommand {

    private static final int WIDTH = 40;

    private BillRunCommand() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var cycleDate = args[1];
        var dryRun = args.length > 2 && args[2].equals("--dry-run");
        var secrets = new Secrets(Path.of(args[0]));
        var gateway = Ports.standard().url(App.GATEWAY);
        var signIn = new SignIn(gateway);
        var operator = Cast.OPERATOR.username();
        var caller = new Caller(
                gateway, new FreshToken(() -> signIn.person(operator, secrets.of("user." + operator))), null);
        var asked = caller.post(
                "/api/v1/bill-runs" + (dryRun ? "?dryRun=true" : ""),
                Map.of("cycleDate", cycleDate),
                UUID.randomUUID());
        if (asked.status() >= 400) {
            System.err.println("No bill run: " + asked.text("/detail"));
            System.exit(1);
        }
        System.out.println(dryRun ? summary(asked.json(), "would be ") : summary(follow(caller, asked.json()), ""));
    }

    private static JsonNode follow(Caller caller, JsonNode begun) throws InterruptedException {
        var run = begun;
        System.out.println("Bill run " + run.path("runId").asString() + " of "
                + run.path("cycleDate").asString());
        while (!run.path("state").asString().equals("COMPLETED")) {
            TimeUnit.MILLISECONDS.sleep(500);
            run = caller.get(begun.path("href").asString()).expect(200).json();
            System.out.print("\r" + bar(run));
        }
        System.out.println();
        return run;
    }

    /** Such as {@code [##########----------]  50 %  500 of 1000 accounts, 12,345 lines/s, done at 2026-12-01T06:00:12Z}. */
    static String bar(JsonNode run) {
        var total = run.at("/progress/accountsTotal").asLong();
        var done = run.at("/progress/accountsDone").asLong();
        var share = total == 0 ? 1.0 : Math.min(1.0, (double) done / total);
        var full = (int) Math.round(share * WIDTH);
        var end = run.path("estimatedEnd").asString("");
        return "[%s%s] %3.0f %%  %,d of %,d accounts, %,d lines/s%s   "
                .formatted(
                        "#".repeat(full),
                        "-".repeat(WIDTH - full),
                        share * 100,
                        done,
                        total,
                        run.path("linesPerSecond").asLong(0),
                        end.isEmpty() ? "" : ", done at " + end);
    }

    private static String summary(JsonNode run, String mood) {
        return "%,d invoices with %,d lines %sissued, %,d %sheld."
                .formatted(
                        run.at("/progress/invoices").asLong(),
                        run.at("/progress/lines").asLong(),
                        mood,
                        run.at("/progress/held").asLong(),
                        mood);
    }
}
