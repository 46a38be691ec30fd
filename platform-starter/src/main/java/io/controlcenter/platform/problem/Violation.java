package io.controlcenter.platform.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter
 * @param code one of the MEF 422 vocabulary below (MEF 123, 7.1.1)
 * @param detail what is wrong and what would be right, for a person
 */
public record Violation(String pointer, String code, String detail) {

    public static final String MISSING_PROPERTY = "missingProperty";
    public static final String INVALID_VALUE = "invalidValue";
    public static final String INVALID_FORMAT = "invalidFormat";
    public static final String REFERENCE_NOT_FOUND = "referenceNotFound";
    public static final String UNEXPECTED_PROPERTY = "unexpectedProperty";
    public static final String TOO_MANY_RECORDS = "tooManyRecords";

    /** Only of query parameters, beside {@link #MISSING_QUERY_PARAMETER}: 400. */
    public static final String INVALID_QUERY = "invalidQuery";

    public static final String MISSING_QUERY_PARAMETER = "missingQueryParameter";

    /**
     * Of a query parameter.
     *
     * @param why goes on after its name, such as "must be a number."
     */
    public static Violation ofQuery(String parameter, String why) {
        return new Violation(parameter, INVALID_QUERY, "The query parameter %s %s".formatted(parameter, why));
    }

    public static Violation missingQueryParameter(String parameter) {
        return new Violation(
                parameter, MISSING_QUERY_PARAMETER, "The query parameter %s is required.".formatted(parameter));
    }

    public static Violation missing(String pointer, String detail) {
        return new Violation(pointer, MISSING_PROPERTY, detail);
    }

    public static Violation invalid(String pointer, String detail) {
        return new Violation(pointer, INVALID_VALUE, detail);
    }

    public static Violation referenceNotFound(String pointer, String detail) {
        return new Violation(pointer, REFERENCE_NOT_FOUND, detail);
    }
}
