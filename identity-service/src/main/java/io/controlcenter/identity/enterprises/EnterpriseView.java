package io.controlcenter.identity.enterprises;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enterprise as the API shows it. */
@Schema(name = "Enterprise")
public record EnterpriseView(
        String enterpriseId,
        String href,
        String name,
        @Nullable String customName,
        Segment segment,
        boolean selfRegistration,
        Enterprise.Status status,
        List<Enterprise.CustomerNumber> customerNumbers,
        Instant createdAt) {

    public static EnterpriseView of(Enterprise enterprise) {
        return new EnterpriseView(
                enterprise.enterpriseId(),
                "/api/v1/enterprises/" + enterprise.enterpriseId(),
                enterprise.name(),
                enterprise.customName(),
                enterprise.segment(),
                enterprise.selfRegistration(),
                enterprise.status(),
                enterprise.customerNumbers(),
                enterprise.createdAt());
    }
}
