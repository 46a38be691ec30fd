package io.controlcenter.billing.requests.domain;

import io.controlcenter.billing.receivables.domain.CreditRefusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a billing request does not do what was asked of it, or is not opened. */
public sealed interface RequestRefusal {

    record NotInThisState(Step step, RequestState state) implements RequestRefusal {}

    record ObjectedAlready() implements RequestRefusal {}

    /** A dispute is upheld or denied, anything else is answered. */
    record VerdictUnfit(String type) implements RequestRefusal {}

    /** @param most of it, when the amount is the trouble */
    record CreditUnfit(
            String pointer, String detail, @Nullable BigDecimal most) implements RequestRefusal {

        public static RequestRefusal of(CreditRefusal refusal) {
            return switch (refusal) {
                case CreditRefusal.TooMuch(var pointer, var most) ->
                    new CreditUnfit(pointer, "Less than that can still be given back of it.", most);
                case CreditRefusal.NoSuchLine(var pointer, var line) ->
                    new CreditUnfit(pointer, "The invoice has no line " + line + ".", null);
                case CreditRefusal.NoSuchInvoice(var number) ->
                    new CreditUnfit("/lines", "There is no invoice " + number + ".", null);
                case CreditRefusal.Withdrawn(var number) ->
                    new CreditUnfit("/lines", "The invoice " + number + " was taken back.", null);
            };
        }
    }

    record NoCoordinator(@Nullable String userId) implements RequestRefusal {}

    /** @param lastDay on which the invoice could be disputed */
    record WindowClosed(LocalDate lastDay) implements RequestRefusal {}

    /** @param requestNumber in which the line is in dispute */
    record InDisputeAlready(String lineId, String requestNumber) implements RequestRefusal {}

    /** @param pointer into the request */
    record Flaw(String pointer, Kind kind, String detail) implements RequestRefusal {

        public enum Kind {
            MISSING,
            INVALID,
            UNKNOWN,
            UNEXPECTED
        }
    }

    /** @param most what can be disputed of the line */
    record MoreThanDisputable(String pointer, BigDecimal most) implements RequestRefusal {}
}
