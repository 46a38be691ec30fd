package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.LockboxFiles.LineResult;
import io.controlcenter.billing.payments.application.LockboxFiles.LockboxFile;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentRefusal;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts what is sound in a lockbox file, line by line, and says what is wrong with the rest. */
@Service
@Transactional
public class PostingLockboxFiles {

    private final LockboxFiles files;
    private final PostingRemittances remittances;
    private final ReadingAccounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    PostingLockboxFiles(
            LockboxFiles files,
            PostingRemittances remittances,
            ReadingAccounts accounts,
            AuditTrail audit,
            Clock clock) {
        this.files = files;
        this.remittances = remittances;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line as it was read; null where a column is empty. */
    public record Line(
            long number,
            @Nullable String account,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String receivedOn,
            @Nullable String method,
            @Nullable String reference,
            @Nullable String invoice) {}

    private record Flaw(String code, String detail) {}

    /** The number of the file that had the same content; empty when none had. */
    public Optional<String> seen(String digest) {
        return files.findByDigest(digest);
    }

    public LockboxFile post(List<Line> lines, String digest, String by) {
        var results = lines.stream().map(line -> post(line, by)).toList();
        var posted =
                (int) results.stream().filter(one -> one.paymentId() != null).count();
        var file = new LockboxFile(files.nextId(), clock.instant(), by, posted, results.size() - posted, results);
        files.add(file, digest);
        audit.record(null, "lockbox-file.posted", "lockbox-file", file.fileId(), null, file);
        return file;
    }

    @Transactional(readOnly = true)
    public Optional<LockboxFile> find(String fileId) {
        return files.find(fileId);
    }

    private LineResult post(Line line, String by) {
        var flaws = new ArrayList<Flaw>();
        var account = line.account() == null ? Optional.<BillingAccount>empty() : accounts.find(line.account());
        if (account.isEmpty()) {
            flaws.add(new Flaw("unknown-account", "There is no account " + line.account() + "."));
        }
        var amount = amount(line, account, flaws);
        var received = date(line, flaws);
        var method = method(line, flaws);
        if (line.reference() == null) {
            flaws.add(new Flaw("missing-reference", "The number of the cheque or the wire is missing."));
        }
        if (!flaws.isEmpty()) {
            return refused(line, flaws);
        }
        var told = line.invoice() == null
                ? List.<Allocation.Part>of()
                : List.of(new Allocation.Part(line.invoice(), amount));
        var remittance = new PostingRemittances.Remittance(
                account.orElseThrow(),
                Payment.Origin.LOCKBOX,
                method,
                amount,
                received,
                String.valueOf(line.reference()),
                told);
        return switch (remittances.post(remittance, by)) {
            case PaymentRefusal.Outcome.Taken(var payment) ->
                new LineResult(line.number(), line.account(), payment.paymentId(), null, null);
            case PaymentRefusal.Outcome.Refused(var why) ->
                refused(line, why.stream().map(PostingLockboxFiles::flaw).toList());
        };
    }

    private static LineResult refused(Line line, List<Flaw> flaws) {
        return new LineResult(
                line.number(),
                line.account(),
                null,
                flaws.getFirst().code(),
                String.join(" ", flaws.stream().map(Flaw::detail).toList()));
    }

    private static BigDecimal amount(Line line, Optional<BillingAccount> account, List<Flaw> flaws) {
        var text = line.amount();
        if (text == null || !text.matches("\\d{1,12}(\\.\\d{1,4})?") || new BigDecimal(text).signum() == 0) {
            flaws.add(new Flaw("invalid-amount", "An amount is more than 0, such as 125.00."));
            return BigDecimal.ZERO;
        }
        var amount = new BigDecimal(text);
        account.ifPresent(known -> {
            if (!known.currency().equals(line.currency())) {
                flaws.add(new Flaw("wrong-currency", "The account is billed in " + known.currency() + "."));
            } else if (amount.stripTrailingZeros().scale() > Money.scale(known.currency())) {
                flaws.add(new Flaw("invalid-amount", "The amount has too many decimal places."));
            }
        });
        return amount;
    }

    private static LocalDate date(Line line, List<Flaw> flaws) {
        try {
            return LocalDate.parse(String.valueOf(line.receivedOn()));
        } catch (DateTimeException _) {
            flaws.add(new Flaw("invalid-date", "A date is written as 2026-11-30."));
            return LocalDate.MIN;
        }
    }

    private static PaymentWay method(Line line, List<Flaw> flaws) {
        for (var way : List.of(PaymentWay.CHECK, PaymentWay.WIRE, PaymentWay.ACH)) {
            if (way.name().equals(line.method())) {
                return way;
            }
        }
        flaws.add(new Flaw("unknown-method", "A method is CHECK, WIRE or ACH."));
        return PaymentWay.CHECK;
    }

    private static Flaw flaw(PaymentRefusal refusal) {
        return switch (refusal) {
            case PaymentRefusal.PostedAlready(var id) ->
                new Flaw("posted-already", "This was posted before, as " + id + ".");
            case PaymentRefusal.NotOpen(var _, var number) ->
                new Flaw("invoice-not-open", "Nothing is open of " + number + ".");
            case PaymentRefusal.MoreThanOpen(var _, var part) ->
                new Flaw("more-than-open", "Less than that is open of " + part.invoiceNumber() + ".");
            case PaymentRefusal.TooFarAhead _ -> new Flaw("invalid-date", "It was received in the future.");
            case PaymentRefusal.InThePast _ -> new Flaw("invalid-date", "The day is over.");
            case PaymentRefusal.MoreThanOwed _ -> new Flaw("more-than-open", "It is more than is owed.");
            case PaymentRefusal.ToldMoreThanPaid _ -> new Flaw("more-than-open", "It is more than is paid.");
            case PaymentRefusal.NoSuchMethod _ -> new Flaw("unknown-method", "There is no such payment method.");
        };
    }
}
