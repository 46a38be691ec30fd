package io.controlcenter.billing.requests.application;

import java.util.List;
import java.util.Optional;

/** The types of billing requests and the forms of their subtypes, which are data. */
public interface RequestTypes {

    enum FieldKind {
        TEXT,
        DATE,
        AMOUNT,
        CHOICE
    }

    /** @param choices of a CHOICE, else none */
    record Field(String name, String label, FieldKind kind, boolean required, List<String> choices) {}

    record Subtype(
            String type,
            String subtype,
            String name,
            String description,
            boolean requiresInvoice,
            List<Field> fields) {}

    List<Subtype> all();

    default Optional<Subtype> find(String type, String subtype) {
        return all().stream()
                .filter(one -> one.type().equals(type) && one.subtype().equals(subtype))
                .findFirst();
    }
}
