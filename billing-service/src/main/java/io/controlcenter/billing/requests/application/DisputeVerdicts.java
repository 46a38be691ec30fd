package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.BillingRequest.Verdict;
import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import io.controlcenter.billing.requests.domain.RequestRefusal.CreditUnfit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a verdict gives back: everything, what it says line by line, or nothing. */
@Component
class DisputeVerdicts {

    private final DisputeLines lines;

    DisputeVerdicts(DisputeLines lines) {
        this.lines = lines;
    }

    sealed interface Credits {

        record Given(Map<String, BigDecimal> byLine) implements Credits {}

        record Refused(List<RequestRefusal> why) implements Credits {}
    }

    Credits credits(BillingRequest request, Verdict verdict, @Nullable Map<String, BigDecimal> said) {
        var open = lines.of(request.requestNumber()).stream()
                .filter(DisputeLine::isOpen)
                .toList();
        if (verdict != Verdict.PARTLY_UPHELD) {
            return said == null || said.isEmpty()
                    ? new Credits.Given(verdict == Verdict.UPHELD ? everything(open) : Map.of())
                    : refused("/credits", "Only a partly upheld dispute says what is given back of each line.", null);
        }
        return partly(open, said == null ? Map.of() : said);
    }

    private static Map<String, BigDecimal> everything(List<DisputeLine> open) {
        return open.stream().collect(Collectors.toMap(line -> Integer.toString(line.lineNumber()), DisputeLine::left));
    }

    private static Credits partly(List<DisputeLine> open, Map<String, BigDecimal> said) {
        var most = everything(open);
        var wrong = new ArrayList<RequestRefusal>();
        said.forEach((line, amount) -> flaw(line, amount, most, wrong));
        var sum = said.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var all = most.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (wrong.isEmpty() && (sum.signum() == 0 || sum.compareTo(all) >= 0)) {
            wrong.add(new CreditUnfit(
                    "/credits", "Partly upheld gives back more than nothing and less than what is in dispute.", all));
        }
        return wrong.isEmpty() ? new Credits.Given(said) : new Credits.Refused(wrong);
    }

    private static void flaw(String line, BigDecimal amount, Map<String, BigDecimal> most, List<RequestRefusal> wrong) {
        var limit = most.get(line);
        if (limit == null) {
            wrong.add(new CreditUnfit("/credits", "The line " + line + " is not in dispute here.", null));
        } else if (amount.signum() < 0 || amount.compareTo(limit) > 0) {
            wrong.add(new CreditUnfit(
                    "/credits",
                    "Of line %s at most %s can be given back.".formatted(line, limit.toPlainString()),
                    limit));
        }
    }

    private static Credits refused(String pointer, String detail, @Nullable BigDecimal most) {
        return new Credits.Refused(List.of(new CreditUnfit(pointer, detail, most)));
    }
}
