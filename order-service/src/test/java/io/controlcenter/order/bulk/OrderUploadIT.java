package io.controlcenter.order.bulk;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** An order from a CSV file, with every error at its line and column. */
@OrderServiceTest
class OrderUploadIT {

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    private ResponseSpec upload(OrderPlatform.Tenant tenant, String text) {
        return upload(tenant, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseSpec upload(OrderPlatform.Tenant tenant, String type, byte[] file) {
        return api.as(tenant.buyer())
                .post()
                .uri("/api/v1/orders/uploads?accountId=" + tenant.accountA() + "&externalId=PO-78")
                .contentType(MediaType.parseMediaType(type))
                .body(file)
                .exchange();
    }

    @Test
    void five_hundred_items_become_a_draft() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        var file = IntStream.range(0, 500)
                .mapToObj(i -> "item-%d,DS1,%s,12".formatted(i, site))
                .collect(Collectors.joining("\n", "itemId,productCode,siteId,termMonths\n", "\n"));
        var uploaded = json(upload(tenant, file).expectStatus().isCreated());
        assertThat(uploaded.path("itemCount").asInt()).isEqualTo(500);
        var order = json(api.get(tenant.buyer(), uploaded.path("href").asString())
                .expectStatus()
                .isOk());
        assertThat(order.path("state").asString()).isEqualTo("draft");
        assertThat(order.path("externalId").asString()).isEqualTo("PO-78");
        assertThat(order.path("items").size()).isEqualTo(500);
    }

    @Test
    void everything_that_is_wrong_comes_at_once_with_line_and_column() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        var answer = json(upload(tenant, """
                        itemId,action,productCode,siteId,serviceId,termMonths,endOfTerm
                        a,ADD,DS1,%1$s,,12,ROLL
                        a,ADD,PIGEON,%1$s,,12,ROLL
                        ,ADD,DS1,SITE-1,,many,ROLL
                        d,MOVE,DS1,%1$s,,12,SOMETIME
                        e,MODIFY,,,,,
                        """.formatted(site)).expectStatus().isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/lines/3/itemId",
                        "/lines/3/productCode",
                        "/lines/4/itemId",
                        "/lines/4/siteId",
                        "/lines/4/termMonths",
                        "/lines/5/action",
                        "/lines/5/endOfTerm",
                        "/lines/6/serviceId");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders")).path("items").size())
                .as("nothing was drafted")
                .isZero();
    }

    @Test
    void a_good_file_with_one_bad_cell_leaves_nothing() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        upload(tenant, "itemId,productCode,siteId,termMonths,endOfTerm\na,DS1,%s,12,NEVER\n".formatted(site))
                .expectStatus()
                .isEqualTo(422);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders")).path("items").size())
                .isZero();
    }

    @Test
    void what_is_no_csv_or_no_text_is_refused() {
        var tenant = platform.tenant();
        upload(tenant, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(415);
        upload(tenant, "text/csv", new byte[] {(byte) 0xff, (byte) 0xfe, 0x41})
                .expectStatus()
                .isEqualTo(422);
        upload(tenant, "").expectStatus().is4xxClientError();
        var other = platform.tenant();
        api.as(other.buyer())
                .post()
                .uri("/api/v1/orders/uploads?accountId=" + tenant.accountA())
                .contentType(MediaType.parseMediaType("text/csv"))
                .body("itemId\na\n".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
