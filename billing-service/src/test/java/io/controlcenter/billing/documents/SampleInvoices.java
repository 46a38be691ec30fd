package io.controlcenter.billing.documents;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.invoicing.domain.Statement;
import io.controlcenter.billing.proration.domain.DateSource;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.billing.usage.domain.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invoices to make documents of. */
final class SampleInvoices {

    static final Instant ISSUED_AT = Instant.parse("2026-07-01T06:00:00Z");
    static final SellerSettings SELLER = new SellerSettings(
            "Control Center Networks",
            "1 Network Way",
            "Denver",
            "CO",
            "80202",
            "US",
            "00-0000000",
            "DE123456789",
            "billing@provider.example",
            "+1 800 555 0100",
            "https://portal.provider.example/billing");
    private static final Tax FEE =
            new Tax(1, "FUSF", "Federal universal service fee", Tax.Kind.FEE, "United States", new BigDecimal("1.255"));
    private static final Tax EXCISE = new Tax(
            2, "IL-TEL", "Illinois telecommunications excise tax", Tax.Kind.TAX, "Illinois", new BigDecimal("7"));
    private static final Tax VAT = new Tax(3, "VAT-DE", "Umsatzsteuer", Tax.Kind.VAT, "Germany", new BigDecimal("19"));
    private static final Tax REDUCED =
            new Tax(4, "VAT-DE-R", "Umsatzsteuer", Tax.Kind.VAT, "Germany", new BigDecimal("7"));

    private SampleInvoices() {}

    enum Kind {
        PLAIN,
        FEES,
        VAT,
        VAT_WITH_FEES,
        ONLY_CREDITS,
        USAGE,
        USAGE_WITH_VAT,
        YEN
    }

    static InvoiceFacts of(Kind kind) {
        return switch (kind) {
            case PLAIN -> facts("USD", usual("USD"), "Acme Chicago");
            case FEES -> facts("USD", usual("USD", FEE, EXCISE), "Acme Chicago");
            case VAT ->
                facts(
                        "EUR",
                        List.of(
                                line(1, LineType.PARTIAL, "300.00", "EUR", VAT),
                                line(2, LineType.RECURRING, "1000.01", "EUR", REDUCED),
                                line(3, LineType.NON_RECURRING, "750.00", "EUR")),
                        "Acme Berlin");
            case VAT_WITH_FEES -> facts("EUR", usual("EUR", FEE, VAT), "Acme Berlin");
            case ONLY_CREDITS ->
                facts("USD", List.of(line(1, LineType.CREDIT, "-387.10", "USD", FEE, EXCISE)), "Acme Chicago");
            case USAGE -> facts("USD", used("USD", FEE, EXCISE), "Acme Chicago");
            case USAGE_WITH_VAT -> facts("EUR", used("EUR", FEE, VAT), "Acme Berlin");
            case YEN -> facts("JPY", List.of(line(1, LineType.RECURRING, "100000", "JPY", FEE)), "Acme Tokyo");
        };
    }

    static InvoiceFacts named(String name) {
        var line = line(1, LineType.RECURRING, "10.00", "USD");
        var renamed = new ReadingInvoices.Line(
                1,
                line.type(),
                line.state(),
                name,
                line.coverage(),
                line.unitAmount(),
                line.netAmount(),
                line.proration(),
                null,
                List.of(),
                line.provenance(),
                null);
        return facts("USD", List.of(renamed), name);
    }

    static InvoiceFacts large(int lines) {
        return facts(
                "USD",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(number -> line(
                                number, number % 3 == 0 ? LineType.PARTIAL : LineType.RECURRING, "100.00", "USD", FEE))
                        .toList(),
                "Acme Worldwide");
    }

    /** Any number of lines of any amounts, some given back, with any taxes but one value added tax at most. */
    static InvoiceFacts random(long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<ReadingInvoices.Line>();
        for (int number = 1; number <= 1 + random.nextInt(8); number++) {
            var credit = random.nextInt(4) == 0;
            var net = BigDecimal.valueOf(random.nextLong(credit ? -50_000 : 0, credit ? 0 : 500_000), 2);
            var taxes = new ArrayList<Tax>();
            if (random.nextBoolean()) {
                taxes.add(FEE);
            }
            if (random.nextBoolean()) {
                taxes.add(EXCISE);
            }
            switch (random.nextInt(4)) {
                case 0 -> taxes.add(VAT);
                case 1 -> taxes.add(REDUCED);
                default -> {
                    // no value added tax
                }
            }
            var type = credit ? LineType.CREDIT : LineType.RECURRING;
            var applying = taxes.toArray(Tax[]::new);
            lines.add(
                    !credit && random.nextInt(3) == 0
                            ? usage(
                                    number,
                                    "SMS",
                                    "Messages",
                                    Unit.EACH,
                                    "7",
                                    null,
                                    net.toPlainString(),
                                    "USD",
                                    applying)
                            : line(number, type, net.toPlainString(), "USD", applying));
        }
        return facts("USD", lines, "Acme");
    }

    private static List<ReadingInvoices.Line> usual(String currency, Tax... taxes) {
        return List.of(
                line(1, LineType.PARTIAL, "300.00", currency, taxes),
                line(2, LineType.RECURRING, "1000.00", currency, taxes),
                line(3, LineType.NON_RECURRING, "750.00", currency, taxes));
    }

    private static ReadingInvoices.Line line(int number, LineType type, String net, String currency, Tax... taxes) {
        var amount = Money.of(new BigDecimal(net), currency);
        var start = LocalDate.parse(type == LineType.PARTIAL ? "2026-06-22" : "2026-07-01");
        var end = LocalDate.parse(type == LineType.PARTIAL ? "2026-07-01" : "2026-08-01");
        return new ReadingInvoices.Line(
                number,
                type,
                LineState.GENERATED,
                "Ethernet Virtual Private Line 1 Gbit/s",
                new Period(start, end),
                type == LineType.PARTIAL ? Money.of(new BigDecimal("1000.00"), currency) : amount,
                amount,
                type == LineType.PARTIAL ? proration(start, end) : null,
                null,
                java.util.Arrays.stream(taxes).map(Tax::id).toList(),
                new ReadingInvoices.Provenance("O-1/item-1/MRC", service(number / 5), null, null),
                null);
    }

    /** At one rate, at several, none at all, and in whatever unit. */
    private static List<ReadingInvoices.Line> used(String currency, Tax... taxes) {
        var lines = new ArrayList<>(usual(currency, taxes));
        lines.add(usage(
                4, "VOICE_LD", "Long-distance minutes", Unit.MINUTE, "1234.5", "0.0125", "15.43", currency, taxes));
        lines.add(usage(5, "DATA_OUT", "Data out", Unit.GIGABYTE, "800.25", null, "41.07", currency, taxes));
        lines.add(usage(6, "SMS", "Messages", Unit.EACH, "0", null, "0.00", currency, taxes));
        return lines;
    }

    /** A line of usage in each unit. */
    static InvoiceFacts inEachUnit() {
        var lines = new ArrayList<ReadingInvoices.Line>();
        for (var unit : Unit.values()) {
            lines.add(usage(lines.size() + 1, unit.name(), unit.name(), unit, "3", "2.5", "7.50", "USD", FEE));
            lines.add(usage(lines.size() + 1, unit.name(), unit.name(), unit, "3", null, "7.51", "USD", FEE));
        }
        return facts("USD", lines, "Acme Chicago");
    }

    private static ReadingInvoices.Line usage(
            int number,
            String type,
            String name,
            Unit unit,
            String quantity,
            @Nullable String rate,
            String net,
            String currency,
            Tax... taxes) {
        return new ReadingInvoices.Line(
                number,
                LineType.USAGE,
                LineState.GENERATED,
                name,
                new Period(LocalDate.parse("2026-06-02"), LocalDate.parse("2026-07-01")),
                rate == null ? null : Money.exact(new BigDecimal(rate), currency),
                Money.of(new BigDecimal(net), currency),
                null,
                new ReadingInvoices.Usage(type, unit, new BigDecimal(quantity), 3),
                java.util.Arrays.stream(taxes).map(Tax::id).toList(),
                new ReadingInvoices.Provenance("S-20000000/USAGE/" + type, service(0), null, null),
                null);
    }

    private static List<ReadingInvoices.UsageSum> usageSums(List<ReadingInvoices.Line> lines) {
        var sums = new ArrayList<ReadingInvoices.UsageSum>();
        for (var line : lines) {
            var usage = line.usage();
            if (usage != null) {
                sums.add(new ReadingInvoices.UsageSum(
                        usage.usageType(),
                        line.description(),
                        usage.unit(),
                        usage.quantity(),
                        usage.records(),
                        line.netAmount()));
            }
        }
        return sums;
    }

    private static Proration proration(LocalDate start, LocalDate end) {
        return new Proration(
                "ACTUAL_ACTUAL/START_BILLED/STOP_FREE",
                DayCount.ACTUAL_ACTUAL,
                true,
                new BigDecimal("1000.00"),
                9,
                30,
                start,
                end.minusDays(1),
                new BigDecimal("300.000000000000"),
                "HALF_UP",
                DateSource.SERVICE_START,
                DateSource.CYCLE_BOUNDARY);
    }

    private static ReadingInvoices.Service service(int number) {
        return new ReadingInvoices.Service(
                "S-" + (20_000_000 + number),
                "ET-" + (1_000_000 + number),
                "ETHERNET_1G",
                "Ethernet Virtual Private Line 1 Gbit/s",
                "1 Main St, Chicago, IL 60601",
                "O-10000001",
                "item-1",
                ISSUED_AT,
                "ACCEPTED",
                LocalDate.parse("2026-06-22"),
                null,
                null,
                null);
    }

    private static InvoiceFacts facts(String currency, List<ReadingInvoices.Line> lines, String name) {
        var taxes = taxes(lines, currency);
        var net = lines.stream().map(line -> line.netAmount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var tax = taxes.stream().map(TaxLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var used = lines.stream()
                .filter(line -> line.usage() != null)
                .map(line -> line.netAmount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var statement = statement();
        var totals = new ReadingInvoices.Totals(
                money(statement.previousBalance(), currency),
                money(statement.payments(), currency),
                money(statement.adjustments(), currency),
                money(statement.balanceForward(), currency),
                money(net.subtract(used), currency),
                money(BigDecimal.ZERO, currency),
                money(used, currency),
                money(BigDecimal.ZERO, currency),
                money(net, currency),
                money(tax, currency),
                money(net.add(tax), currency),
                money(net.add(tax).add(statement.balanceForward()), currency));
        var section = new ReadingInvoices.Section(
                null,
                "ETHERNET_1G",
                "Ethernet Virtual Private Line 1 Gbit/s",
                null,
                null,
                totals.recurringCharges(),
                totals.oneTimeCharges(),
                totals.usageCharges(),
                totals.credits(),
                totals.currentCharges());
        return new InvoiceFacts(
                head(currency, name, totals, statement, lines.size()),
                lines,
                taxes,
                List.of(section),
                List.of(section),
                usageSums(lines),
                new InvoiceFacts.Buyer(name, "A-1000001", "Bill Payer", "bills@acme.example", "US"));
    }

    private static Money money(BigDecimal amount, String currency) {
        return Money.of(amount, currency);
    }

    private static Statement statement() {
        return Statement.of(
                List.of(new Statement.Entry(
                        Statement.Entry.Kind.PAYMENT,
                        LocalDate.parse("2026-06-20"),
                        "RC-2026-000001",
                        "ACH payment, thank you",
                        "INV-2026-000001",
                        new BigDecimal("-500.00"))),
                List.of(new Statement.OpenItem(
                        "INV-2026-000001",
                        LocalDate.parse("2026-05-01"),
                        LocalDate.parse("2026-06-01"),
                        new BigDecimal("250.00"),
                        BigDecimal.ZERO)),
                BigDecimal.ZERO,
                LocalDate.parse("2026-07-01"));
    }

    private static List<TaxLine> taxes(List<ReadingInvoices.Line> lines, String currency) {
        var taxed = new ArrayList<TaxLine.Taxed>();
        for (var line : lines) {
            taxed.add(new TaxLine.Taxed(
                    line.netAmount().amount(),
                    line.taxRuleIds().stream().map(SampleInvoices::tax).toList()));
        }
        return TaxLine.of(taxed, Money.scale(currency));
    }

    static Tax tax(long id) {
        return List.of(FEE, EXCISE, VAT, REDUCED).get((int) id - 1);
    }

    private static ReadingInvoices.Head head(
            String currency, String name, ReadingInvoices.Totals totals, @Nullable Statement statement, int lines) {
        var nothing = money(BigDecimal.ZERO, currency);
        return new ReadingInvoices.Head(
                7,
                "INV-2026-000007",
                "ENT-1",
                "A-1000001",
                name,
                LocalDate.parse("2026-07-01"),
                LocalDate.parse("2026-07-01"),
                LocalDate.parse("2026-07-31"),
                new Period(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-08-01")),
                currency,
                "issued",
                List.of(),
                totals,
                new ReadingInvoices.Standing(nothing, nothing, nothing, totals.amountDue(), totals.amountDue(), false),
                statement == null ? Statement.CLEAN : statement,
                lines,
                true,
                "PAPERLESS",
                ISSUED_AT,
                1);
    }
}
