package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.util.List;
import java.util.Optional;

/** All credit notes; none ever changes. */
public interface CreditNotes {

    /** Without a gap within a year: in this transaction's hands until it ends. */
    String nextNumber(int year);

    void add(CreditNote note);

    Optional<CreditNote> find(String creditNoteNumber);

    Page<CreditNote> list(String enterpriseId, ListRequest request);

    /** What was given back of each line of an invoice so far, each line once, without taxes. */
    List<CreditNote.Line> creditedLines(String invoiceNumber);
}
