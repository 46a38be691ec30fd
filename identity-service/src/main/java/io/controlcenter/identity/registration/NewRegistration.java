package io.controlcenter.identity.registration;

import io.controlcenter.identity.enterprises.Segment;
import io.controlcenter.identity.registration.domain.Applicant;
import io.controlcenter.identity.users.web.IanaZone;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who asks for access, and the proof: an account and one of its invoices. */
record NewRegistration(
        @NotNull Segment segment,

        @Schema(description = "When you know it; the account has to be in it") @Nullable @Size(max = 40)
        String enterpriseId,

        @Schema(description = "Number of a billing account of the enterprise", example = "A-1000001")
        @NotBlank
        @Size(max = 40)
        String accountId,

        @Schema(description = "Number of an invoice of this account, not older than two years")
        @NotBlank
        @Size(max = 40)
        String invoiceNumber,

        @Schema(description = "The mail address unless you want another one")
        @Nullable
        @Size(max = 100)
        @Pattern(regexp = USERNAME, message = "has letters, digits and . _ @ + - only")
        String username,

        @NotBlank @Email @Size(max = 100) String email,
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,

        @Nullable @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "is no phone number")
        String phone,

        @NotNull @IanaZone @Schema(example = "America/Chicago")
        String timeZone) {

    static final String USERNAME = "[A-Za-z0-9._@+-]+";

    Submitting.Request toRequest() {
        var name = Objects.requireNonNullElse(username, email).toLowerCase(Locale.ROOT);
        return new Submitting.Request(
                segment,
                enterpriseId,
                accountId.strip(),
                invoiceNumber.strip(),
                new Applicant(name, email, firstName, lastName, phone, timeZone));
    }
}
