package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Selection;
import io.controlcenter.maintenance.changes.application.ServiceException;
import io.controlcenter.maintenance.changes.domain.Category;
import io.controlcenter.maintenance.changes.domain.Designation;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import io.controlcenter.maintenance.changes.domain.Times;
import io.controlcenter.maintenance.changes.domain.Window;
import io.controlcenter.maintenance.changes.domain.Wish;
import io.controlcenter.maintenance.changes.domain.Work;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.Ascending;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What change managers send. */
interface GcrBodies {

    record NewGcr(
            @Schema(description = "Nine digits, with or without GCR before them; the next free number when absent")
            @Nullable
            String gcrNumber,

            @NotNull Designation designation,
            @NotNull Category category,
            @NotBlank @Size(max = 200) String title,

            @Schema(description = "Why; an emergency needs one") @Nullable @Size(max = 1000)
            String reason,

            @Nullable @Size(max = 4000) String description,
            @Nullable Boolean thirdParty,
            @Nullable @Size(max = 50) List<@Valid Place> locations,

            @Schema(
                    description =
                            "What is worked on, by the names of the network's inventory; customers do not see them")
            @Nullable
            @Size(max = 100)
            List<@NotBlank @Size(max = 100) String> networkElements,

            @NotEmpty @Size(max = 31) List<@Valid NewWindow> windows,
            @Nullable @Size(max = 200) List<@Valid ServiceImpact> impacts) {

        Work work() {
            return new Work(
                    designation,
                    category,
                    title,
                    reason,
                    description,
                    Boolean.TRUE.equals(thirdParty),
                    orNone(locations).stream().map(Place::location).toList(),
                    orNone(networkElements).stream().distinct().toList());
        }
    }

    record Place(
            @NotBlank @Size(max = 100) String city,
            @NotBlank @Size(max = 100) String state,

            @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
            String country,

            @Nullable @Valid Gps gps) {

        Location location() {
            return new Location(
                    city, state, country, gps == null ? null : new Location.Gps(gps.latitude(), gps.longitude()));
        }
    }

    record Gps(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {}

    record Windows(@NotEmpty @Size(max = 31) List<@Valid NewWindow> windows) {}

    @Ascending(first = "start", then = "end")
    record NewWindow(
            @Schema(
                    description =
                            "The window that is to become so, once customers know of it; a window more when absent."
                                    + " In a plan windows are numbered anew")
            @Nullable
            String windowId,

            @Schema(description = "PRIMARY unless said") Window.@Nullable Kind kind,
            @NotNull Instant start,
            @NotNull Instant end,

            @NotNull @Schema(description = "Of the site", type = "string", example = "America/Chicago")
            ZoneId timeZone) {}

    record ImpactList(@NotNull @Size(max = 200) List<@Valid ServiceImpact> impacts) {}

    /** At least one of the four says which services. */
    @Schema(description = "Services that feel the work alike, by id, by circuit, by site, or by city")
    record ServiceImpact(
            @Nullable @Size(max = 20000) List<@NotBlank String> serviceIds,
            @Nullable @Size(max = 20000) List<@NotBlank String> circuitIds,
            @Nullable @Size(max = 1000) List<@NotBlank String> siteIds,
            @Nullable @Size(max = 100) List<@Valid City> locations,
            @NotNull Impact impact,
            @NotNull @Min(0) @Max(44640) Integer maxDurationMinutes) {

        Selection selection() {
            return new Selection(
                    orNone(serviceIds),
                    orNone(circuitIds),
                    orNone(siteIds),
                    orNone(locations).stream()
                            .map(city -> new Selection.Place(city.city(), city.state()))
                            .toList(),
                    impact,
                    maxDurationMinutes);
        }
    }

    record City(@NotBlank String city, @NotBlank String state) {}

    record NewTimes(
            @NotEmpty @Size(max = 31) List<@Valid Moved> windows,
            @Nullable @Size(max = 1000) String reason) {}

    @Ascending(first = "start", then = "end")
    record Moved(
            @Nullable
            @Schema(
                    description =
                            "A window that did not begin yet. When absent, the first one put off that no entry names, and"
                                    + " a window on top where there is none")
            String windowId,

            @NotNull Instant start,
            @NotNull Instant end,

            @NotNull @Schema(description = "Of the site", type = "string", example = "America/Chicago")
            ZoneId timeZone) {

        Times times() {
            return new Times(start, end, timeZone);
        }
    }

    record Reason(
            @Schema(description = "Told to customers") @Nullable @Size(max = 1000)
            String reason) {}

    record Completion(
            @Schema(description = "Services for which the work came to another end than for the rest")
            @Nullable
            @Size(max = 100)
            List<CompletionException> exceptions) {}

    record CompletionException(
            @NotEmpty @Size(max = 20000) List<@NotBlank String> serviceIds,

            @NotNull @Schema(description = "ALTERNATE_WINDOW: the first alternate window is invoked for them")
            OtherEnd outcome) {}

    /** How the work for a service can end in a window that is otherwise completed. */
    enum OtherEnd {
        NOT_COMPLETED,
        POSTPONED,
        ALTERNATE_WINDOW
    }

    static List<ServiceException> exceptions(@Nullable Completion completion) {
        return completion == null
                ? List.of()
                : orNone(completion.exceptions()).stream()
                        .map(one -> new ServiceException(
                                one.serviceIds(),
                                ServiceOutcome.valueOf(one.outcome().name())))
                        .toList();
    }

    record Update(@NotBlank @Size(max = 2000) String text) {}

    /** @param gcr null for one that has no number yet */
    static List<Wish> wishes(@Nullable GcrNumber gcr, List<NewWindow> windows) {
        return windows.stream()
                .map(window -> new Wish(
                        window.windowId() == null || gcr == null ? null : gcr.windowNumber(window.windowId()),
                        window.kind() == null ? Window.Kind.PRIMARY : window.kind(),
                        new Times(window.start(), window.end(), window.timeZone())))
                .toList();
    }

    /** @param at JSON Pointer to the list, for what is wrong in it */
    static List<Selection> selections(String at, @Nullable List<ServiceImpact> impacts) {
        var empty = IntStream.range(0, orNone(impacts).size())
                .filter(i -> orNone(impacts).get(i).selection().isEmpty())
                .mapToObj(i -> Violation.missing(
                        at + "/" + i, "Say which services: by serviceIds, circuitIds, siteIds or locations."))
                .toList();
        if (!empty.isEmpty()) {
            throw Problem.unprocessable(empty);
        }
        return orNone(impacts).stream().map(ServiceImpact::selection).toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
