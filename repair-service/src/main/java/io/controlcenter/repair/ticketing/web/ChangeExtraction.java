package io.controlcenter.repair.ticketing.web;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints look into a {@link Change}: what is removed breaks none. Registered in META-INF/services. */
@UnwrapByDefault
public final class ChangeExtraction implements ValueExtractor<Change<@ExtractedValue ?>> {

    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        receiver.value(null, change.value());
    }
}
