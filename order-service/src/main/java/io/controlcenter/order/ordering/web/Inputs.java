package io.controlcenter.order.ordering.web;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.RequestedDate;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What several bodies have in common. */
interface Inputs {

    record DateWish(
            RequestedDate.@NotNull Kind kind, @NotNull LocalDate date) {

        static @Nullable RequestedDate of(@Nullable DateWish wish) {
            return wish == null ? null : new RequestedDate(wish.kind(), wish.date());
        }
    }

    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {

        static @Nullable Contact of(@Nullable ContactInput contact) {
            return contact == null ? null : new Contact(contact.name(), contact.email(), contact.phone());
        }
    }

    record MoneyInput(
            @NotNull @DecimalMin("0.00") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 currency code such as USD")
            String currency) {

        Money money() {
            return Money.of(amount, currency);
        }
    }

    /** Why something is done. */
    record Because(@NotBlank @Size(max = 1000) String reason) {}
}
