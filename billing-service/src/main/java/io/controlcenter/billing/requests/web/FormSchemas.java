package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.RequestTypes.Field;
import io.controlcenter.billing.requests.application.RequestTypes.Subtype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a subtype as JSON Schema (2020-12), from which a portal builds its fields. */
final class FormSchemas {

    private FormSchemas() {}

    static Map<String, Object> schema(Subtype subtype) {
        var isDispute = subtype.type().equals("DISPUTE");
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<>(List.of("accountId", "type", "subtype", "description", "contact"));
        properties.put("accountId", Map.of("type", "string", "title", "Account"));
        properties.put("type", Map.of("const", subtype.type()));
        properties.put("subtype", Map.of("const", subtype.subtype()));
        properties.put("invoiceNumber", Map.of("type", "string", "title", "Invoice"));
        if (subtype.requiresInvoice()) {
            required.add("invoiceNumber");
        }
        if (isDispute) {
            properties.put("lines", lines());
            required.add("lines");
        }
        properties.put("description", Map.of("type", "string", "title", "Description", "maxLength", 4000));
        properties.put("details", details(subtype.fields()));
        if (subtype.fields().stream().anyMatch(Field::required)) {
            required.add("details");
        }
        properties.put("contact", contact());
        properties.put("customerReference", Map.of("type", "string", "title", "Your reference", "maxLength", 64));
        return object(subtype.name(), properties, required);
    }

    private static Map<String, Object> object(String title, Map<String, Object> properties, List<String> required) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> lines() {
        var amount = object(
                "Amount in dispute",
                Map.of("amount", Map.of("type", "string"), "currency", Map.of("type", "string")),
                List.of("amount", "currency"));
        var line = object(
                "Line in dispute",
                Map.of(
                        "lineId", Map.of("type", "string", "title", "Line of the invoice"),
                        "amountDisputed", amount,
                        "reasonCode", Map.of("type", "string", "title", "Reason")),
                List.of("lineId", "amountDisputed"));
        return Map.of("type", "array", "title", "Lines in dispute", "minItems", 1, "items", line);
    }

    private static Map<String, Object> contact() {
        return object(
                "Contact",
                Map.of(
                        "name", Map.of("type", "string", "maxLength", 100),
                        "email", Map.of("type", "string", "format", "email"),
                        "phone", Map.of("type", "string", "maxLength", 40)),
                List.of("name", "email"));
    }

    private static Map<String, Object> details(List<Field> fields) {
        var properties = new LinkedHashMap<String, Object>();
        fields.forEach(field -> properties.put(field.name(), field(field)));
        return object(
                "Details",
                properties,
                fields.stream().filter(Field::required).map(Field::name).toList());
    }

    private static Map<String, Object> field(Field field) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put("title", field.label());
        switch (field.kind()) {
            case TEXT -> schema.put("maxLength", 1000);
            case DATE -> schema.put("format", "date");
            case AMOUNT -> schema.put("pattern", "^\\d{1,12}(\\.\\d{1,4})?$");
            case CHOICE -> schema.put("enum", field.choices());
        }
        return schema;
    }
}
