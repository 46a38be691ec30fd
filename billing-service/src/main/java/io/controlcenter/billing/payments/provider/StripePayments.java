package io.controlcenter.billing.payments.provider;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.PaymentProvider;
import io.controlcenter.billing.payments.application.PaymentSettings;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Charges through Stripe: a PaymentIntent that is confirmed at once, off session, on the method that the token names
 * ({@code pm_…}). Our payment id is Stripe's idempotency key, so that a repeated charge is the same charge.
 */
@Component
@ConditionalOnProperty(name = "controlcenter.payments.provider", havingValue = "stripe")
class StripePayments implements PaymentProvider {

    private final StripeClient stripe;

    StripePayments(PaymentSettings settings) {
        var own = settings.stripe();
        var timeout = (int) own.timeout().toMillis();
        this.stripe = StripeClient.builder()
                .setApiKey(Objects.requireNonNull(own.apiKey(), "Stripe needs controlcenter.payments.stripe.api-key"))
                .setApiBase(own.apiBase())
                .setConnectTimeout(timeout)
                .setReadTimeout(timeout)
                .setMaxNetworkRetries(0)
                .build();
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public Charged charge(Charge charge) {
        var options =
                RequestOptions.builder().setIdempotencyKey(charge.paymentId()).build();
        try {
            return charged(stripe.v1().paymentIntents().create(intent(charge), options));
        } catch (CardException e) {
            return declined(e);
        } catch (InvalidRequestException e) {
            return new Charged.Declined(Objects.requireNonNullElse(e.getCode(), "invalid_request"), words(e));
        } catch (ApiConnectionException e) {
            return new Charged.Unknown("no connection: " + e.getMessage());
        } catch (StripeException e) {
            // wrong key, too many requests, trouble on their side, a first request that still runs: the same again
            // later
            return new Charged.Unknown(
                    "%d %s".formatted(e.getStatusCode(), e.getClass().getSimpleName()));
        }
    }

    private static PaymentIntentCreateParams intent(Charge charge) {
        return PaymentIntentCreateParams.builder()
                .setAmount(smallestUnits(charge.amount()))
                .setCurrency(charge.amount().currency().toLowerCase(Locale.ROOT))
                .setPaymentMethod(charge.token())
                .setConfirm(true)
                .setOffSession(true)
                .setDescription(charge.description())
                .putMetadata("payment_id", charge.paymentId())
                .build();
    }

    private static long smallestUnits(Money amount) {
        return amount.amount().movePointRight(Money.scale(amount.currency())).longValueExact();
    }

    /** A bank debit is {@code processing} for days; it is taken as paid, and reversed should the bank send it back. */
    private static Charged charged(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded", "processing" -> new Charged.Succeeded(intent.getId());
            case "requires_payment_method" -> new Charged.Declined("card_declined", "The bank declined it.");
            case "requires_action" ->
                new Charged.Declined("authentication_required", "The bank wants its owner to confirm it.");
            default -> new Charged.Unknown("the intent %s is %s".formatted(intent.getId(), intent.getStatus()));
        };
    }

    private static Charged declined(CardException e) {
        var code = e.getDeclineCode() == null ? e.getCode() : e.getDeclineCode();
        return new Charged.Declined(Objects.requireNonNullElse(code, "card_declined"), words(e));
    }

    private static String words(StripeException e) {
        return Objects.requireNonNullElse(e.getUserMessage(), "The bank declined it.");
    }
}
