package io.controlcenter.platform.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.springframework.util.comparator.Comparators;

/** Compares the two properties of {@link Ascending}; one that is missing or malformed is told by others. */
public final class AscendingValidator implements ConstraintValidator<Ascending, Record> {

    private String first = "";
    private String then = "";

    @Override
    public void initialize(Ascending rule) {
        first = rule.first();
        then = rule.then();
    }

    @Override
    public boolean isValid(Record body, ConstraintValidatorContext context) {
        var earlier = UnfitValues.read(body, first);
        var later = UnfitValues.read(body, then);
        if (earlier == null || later == null || Comparators.comparable().compare(earlier, later) < 0) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(then)
                .addConstraintViolation();
        return false;
    }
}
