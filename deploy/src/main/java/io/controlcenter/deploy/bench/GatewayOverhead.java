package io.controlcenter.deploy.bench;

import io.controlcenter.deploy.http.SignIn;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Environment;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Token check, scoping and breaker of the gateway against nginx's plain proxy, before the same trivial service, in
 * alternating rounds by wrk, after a warm-up.
 */
final class GatewayOverhead {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([\\d.]+)(us|ms|s)");
    private static final int ROUNDS = 3;

    private final Ports ports;
    private final Secrets secrets;
    private final TrivialService trivial;
    private final Figures figures;
    private final Path data;

    GatewayOverhead(Ports ports, Secrets secrets, TrivialService trivial, Figures figures, Path data) {
        this.ports = ports;
        this.secrets = secrets;
        this.trivial = trivial;
        this.figures = figures;
        this.data = data;
    }

    private record Round(double rate, double median) {}

    void measure() throws IOException, InterruptedException {
        var operator = Environment.OPERATOR;
        var token = new SignIn(ports.url(App.GATEWAY)).person(operator, secrets.of("user." + operator));
        var target = ports.url(App.GATEWAY) + "/api/v1/product-offerings";
        run(target, token, 60);
        var gateway = new ArrayList<Round>();
        var nginx = new ArrayList<Round>();
        var direct = new ArrayList<Round>();
        for (int i = 0; i < ROUNDS; i++) {
            direct.add(run(trivial.url() + "/api/v1/product-offerings", token, 8));
            nginx.add(run(trivial.proxyUrl() + "/api/v1/product-offerings", token, 8));
            gateway.add(run(target, token, 8));
        }
        var share = rate(gateway) / rate(nginx);
        figures.add(
                "Gateway, requests/s at 16 connections",
                "%.0f of nginx's %.0f: %.0f %%".formatted(rate(gateway), rate(nginx), share * 100),
                "25 %");
        figures.add(
                "Gateway, added median",
                "%.2f ms (nginx adds %.2f)".formatted(median(gateway) - median(direct), median(nginx) - median(direct)),
                "1 ms");
    }

    private static double rate(List<Round> rounds) {
        return middle(rounds.stream().mapToDouble(Round::rate).sorted().toArray());
    }

    private static double median(List<Round> rounds) {
        return middle(rounds.stream().mapToDouble(Round::median).sorted().toArray());
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private Round run(String url, String token, int seconds) throws IOException, InterruptedException {
        var wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c16",
                        "-d" + seconds + "s",
                        "--latency",
                        "-H",
                        "Authorization: Bearer " + token,
                        url)
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || said.contains("Non-2xx")) {
            throw new IOException("wrk against " + url + " (logs in " + data + "): " + said);
        }
        var rate = RATE.matcher(said);
        var median = MEDIAN.matcher(said);
        if (!rate.find() || !median.find()) {
            throw new IOException(said);
        }
        return new Round(Double.parseDouble(rate.group(1)), millis(median.group(1), median.group(2)));
    }

    private static double millis(String value, String unit) {
        var number = Double.parseDouble(value);
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "us" -> number / 1000;
            case "s" -> number * 1000;
            default -> number;
        };
    }
}
