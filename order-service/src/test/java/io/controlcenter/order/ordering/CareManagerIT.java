package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.platform.test.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who cares for an order: the first one available, or another, whom a new letter names. */
class CareManagerIT extends OrderSteps {

    @Test
    void an_order_waits_for_a_care_manager_and_is_then_acknowledged() {
        db.sql("update care_manager set active = false").update();
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        assertThat(state(tenant, number)).isEqualTo("submitted");
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("submitted");
        db.sql("update care_manager set active = true where user_id = 'ccm-of-all'")
                .update();
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("acknowledged");
    }

    @Test
    void another_care_manager_is_named_in_a_new_letter_and_an_incomplete_one_in_none() {
        platform.staff("ccm-new", "\"+1 555 0199\"", "ACTIVE", "\"CCM\"", 1);
        platform.staff("ccm-dumb", "null", "ACTIVE", "\"CCM\"", 1);
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var path = "/api/v1/orders/" + number + "/ccm";
        var staff = api.as(OrderPlatform.CCM.on(tenant.enterprise()));
        var first = text(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/acknowledgement"), "documentId");
        staff.put()
                .uri(path)
                .body(Map.of("userId", "ccm-dumb"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.missing[0]")
                .isEqualTo("phone");
        staff.put()
                .uri(path)
                .body(Map.of("userId", "nobody"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("referenceNotFound");
        staff.put()
                .uri(path)
                .body(Map.of("userId", "ccm-of-all"))
                .exchange()
                .expectStatus()
                .isOk();
        staff.put()
                .uri(path)
                .body(Map.of("userId", "ccm-new"))
                .exchange()
                .expectStatus()
                .isOk();
        var second = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/acknowledgement"));
        assertThat(second.path("documentId").asString()).isNotEqualTo(first);
        assertThat(second.at("/customerCareManager/phone").asString()).isEqualTo("+1 555 0199");
        db.sql("update care_manager set active = false where user_id <> 'ccm-of-all'")
                .update();
    }

    @Test
    void a_care_manager_sees_the_own_open_orders_of_all_enterprises() {
        var first = platform.submitted(platform.tenant());
        var second = platform.submitted(platform.tenant());
        var list = json(api.get(Tokens.provider("CCM").as("ccm-of-all"), "/api/v1/orders/work-list?limit=100"));
        assertThat(list.path("items").findValuesAsString("orderNumber")).contains(first, second);
        var mine = json(api.get(Tokens.provider("CCM").as("ccm-of-nobody"), "/api/v1/orders/work-list"));
        assertThat(mine.path("items").size()).isZero();
    }
}
