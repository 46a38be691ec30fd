package io.controlcenter.order.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.credit.domain.CreditApplication.Outcome;
import io.controlcenter.order.credit.domain.CreditApplication.Refusal;
import io.controlcenter.order.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a credit application, allowed and refused. */
class CreditApplicationTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final LocalDate LAST = LocalDate.parse("2027-06-01");
    private static final Applicant APPLICANT = new Applicant(
            "Acme Manufacturing Inc.",
            new Applicant.TaxId("sealed", "6789"),
            Money.of(new BigDecimal("50000"), "USD"),
            new Applicant.Contact("Ada Buyer", "ada@acme.example", null));

    private static final Map<String, Function<CreditApplication, Outcome>> STEPS = Map.of(
            "change", it -> it.change(APPLICANT),
            "submit", it -> it.submit(NOW),
            "review", CreditApplication::review,
            "ask", it -> it.requireInformation("The balance sheet, please"),
            "inform", CreditApplication::provideInformation,
            "withdraw", CreditApplication::withdraw,
            "approve", it -> it.decide(decision(CreditDecision.Verdict.APPROVED)),
            "approve with deposit", it -> it.decide(decision(CreditDecision.Verdict.APPROVED_WITH_DEPOSIT)),
            "decline", it -> it.decide(decision(CreditDecision.Verdict.DECLINED)),
            "expire", it -> it.expire(LAST.plusDays(1)));

    /** Step, from, to; everything that is not here is refused. */
    private static final Map<String, Map<CreditState, CreditState>> ALLOWED = Map.of(
            "change",
            Map.of(CreditState.DRAFT, CreditState.DRAFT, CreditState.INFO_REQUIRED, CreditState.INFO_REQUIRED),
            "submit",
            Map.of(CreditState.DRAFT, CreditState.SUBMITTED),
            "review",
            Map.of(CreditState.SUBMITTED, CreditState.IN_REVIEW),
            "ask",
            Map.of(CreditState.IN_REVIEW, CreditState.INFO_REQUIRED),
            "inform",
            Map.of(CreditState.INFO_REQUIRED, CreditState.IN_REVIEW),
            "withdraw",
            Map.of(CreditState.SUBMITTED, CreditState.WITHDRAWN, CreditState.IN_REVIEW, CreditState.WITHDRAWN),
            "approve",
            Map.of(CreditState.IN_REVIEW, CreditState.APPROVED),
            "approve with deposit",
            Map.of(CreditState.IN_REVIEW, CreditState.APPROVED_WITH_DEPOSIT),
            "decline",
            Map.of(CreditState.IN_REVIEW, CreditState.DECLINED),
            "expire",
            Map.of(CreditState.APPROVED, CreditState.EXPIRED, CreditState.APPROVED_WITH_DEPOSIT, CreditState.EXPIRED));

    private static CreditDecision decision(CreditDecision.Verdict verdict) {
        return new CreditDecision(verdict, null, null, null, 700, LAST, NOW, "Analyst");
    }

    private static CreditApplication application(CreditState state, @Nullable CreditDecision decision) {
        return new CreditApplication("CA-1", "E-1", "A-1", state, APPLICANT, null, decision, NOW, NOW, 3);
    }

    static Stream<Arguments> everything() {
        return STEPS.keySet().stream()
                .flatMap(step -> Stream.of(CreditState.values()).map(from -> Arguments.of(step, from)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_step_leads_where_the_table_says_or_nowhere(String step, CreditState from) {
        var decided = from.isApproved() ? decision(CreditDecision.Verdict.APPROVED) : null;
        var outcome = STEPS.get(step).apply(application(from, decided));
        var to = ALLOWED.get(step).get(from);
        if (to == null) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why())
                                    .isInstanceOfSatisfying(
                                            Refusal.NotInThisState.class,
                                            why -> assertThat(why.state()).isEqualTo(from)));
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.application().state()).isEqualTo(to));
        }
    }

    @Test
    void a_tax_number_comes_before_submittal() {
        var without = new Applicant(APPLICANT.legalEntity(), null, APPLICANT.requestedCredit(), APPLICANT.contact());
        var draft = new CreditApplication("CA-1", "E-1", "A-1", CreditState.DRAFT, without, null, null, NOW, null, 0);
        assertThat(draft.submit(NOW)).isEqualTo(new Outcome.Refused(new Refusal.TaxIdMissing()));
    }

    @Test
    void an_approval_holds_to_the_end_of_its_last_day() {
        var approved = application(CreditState.APPROVED, decision(CreditDecision.Verdict.APPROVED));
        assertThat(approved.holdsOn(LAST)).isTrue();
        assertThat(approved.holdsOn(LAST.plusDays(1))).isFalse();
        assertThat(approved.expire(LAST)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(CreditState.class)
    void every_state_has_a_word_for_people(CreditState state) {
        assertThat(state.displayStatus()).isNotBlank();
    }

    @Test
    void a_tax_number_never_shows_in_text() {
        assertThat(APPLICANT.toString()).doesNotContain("sealed").contains("•••••6789");
    }
}
