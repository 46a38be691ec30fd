package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.application.RequestTypes.Field;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import io.controlcenter.billing.requests.domain.RequestRefusal.Flaw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the answers to a form are what it asks for. */
final class FormRules {

    private FormRules() {}

    static List<RequestRefusal> flaws(List<Field> fields, Map<String, String> details) {
        var wrong = new ArrayList<RequestRefusal>();
        for (var field : fields) {
            var answer = details.get(field.name());
            if (answer == null || answer.isBlank()) {
                if (field.required()) {
                    wrong.add(flaw(field.name(), Flaw.Kind.MISSING, field.label() + " is needed."));
                }
            } else if (!fits(field, answer)) {
                wrong.add(flaw(field.name(), Flaw.Kind.INVALID, expected(field)));
            }
        }
        details.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> wrong.add(flaw(name, Flaw.Kind.UNEXPECTED, "The form does not ask for this.")));
        return wrong;
    }

    private static Flaw flaw(String name, Flaw.Kind kind, String detail) {
        return new Flaw("/details/" + name.replace("~", "~0").replace("/", "~1"), kind, detail);
    }

    private static boolean fits(Field field, String answer) {
        return switch (field.kind()) {
            case TEXT -> answer.length() <= 1000;
            case DATE -> isDate(answer);
            case AMOUNT -> answer.matches("\\d{1,12}(\\.\\d{1,4})?");
            case CHOICE -> field.choices().contains(answer);
        };
    }

    private static boolean isDate(String answer) {
        try {
            LocalDate.parse(answer);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String expected(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.label() + " has at most 1000 characters.";
            case DATE -> field.label() + " is a date such as 2026-11-30.";
            case AMOUNT -> field.label() + " is an amount such as 125.00.";
            case CHOICE -> field.label() + " is one of " + String.join(", ", field.choices()) + ".";
        };
    }
}
