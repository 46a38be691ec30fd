package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The same requests from those who must not: each is refused as the rules say, and nothing leaks. */
final class WallsAct {

    private final Story story;
    private final Stage stage;

    WallsAct(Story story, Stage stage) {
        this.story = story;
        this.stage = stage;
    }

    /** @param paths resources of the customer, one of each service */
    void play(EnterpriseAct.Made made, String token, List<String> paths) {
        story.step("Whoever must not, cannot");
        var customer = made.customer();
        var stranger = stage.staff(Cast.GLOBEX_ADMIN);
        for (var path : paths) {
            story.same("GET " + path + " of another enterprise", 404, quiet(stranger.get(path), customer));
            story.same("without a token", 401, stage.nobody().get(path).status());
            story.same(
                    "with a forged signature",
                    401,
                    stage.withToken(forged(token)).get(path).status());
            story.same(
                    "with alg=none",
                    401,
                    stage.withToken(unsigned(token)).get(path).status());
        }
        var posing = stranger.on(customer.enterprise()).get("/api/v1/orders");
        story.same("naming an enterprise without being a member", 403, posing.status());
        story.same("says", "enterprise-forbidden", posing.text("/code"));
        var forgedHeaders = stranger.send(
                "GET",
                "/api/v1/orders",
                null,
                Map.of("X-Internal-Enterprise-Id", customer.enterprise(), "enterprise_id", customer.enterprise()));
        story.same("forged internal headers change nothing", 200, quiet(forgedHeaders, customer));
        story.same("an unknown route", 404, stranger.get("/api/v1/nothing-here").status());
        var write = made.restricted().post("/api/v1/sites", Map.of("name", "x"));
        story.same("without the permission, before the body is even looked at", 403, write.status());
    }

    /** The status, after making sure that the answer says nothing of the customer. */
    private int quiet(Answer answer, Stage.Customer customer) {
        if (answer.body().contains("Northwind") || answer.body().contains(customer.account())) {
            throw new Story.Disproved("leaked: " + answer.body());
        }
        return answer.status();
    }

    private static String forged(String token) {
        var parts = token.split("\\.", 3);
        var signature = parts[2].startsWith("A") ? "B" + parts[2].substring(1) : "A" + parts[2].substring(1);
        return parts[0] + "." + parts[1] + "." + signature;
    }

    private static String unsigned(String token) {
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.", 3)[1] + ".";
    }
}
