package io.controlcenter.notification.settings;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import io.controlcenter.notification.settings.domain.Scope;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who wants to hear of what. */
@RestController
@RequestMapping(path = "/api/v{version}/notification-settings", version = "1")
@Tag(name = "Notification settings")
class SettingController {

    record NewSetting(
            @Nullable @Schema(description = "A member of the enterprise; you, unless it is said")
            String ownerUserId,

            @Nullable @Valid ExternalContact externalContact,
            @NotNull Category category,

            @Nullable @Size(max = 50) @Schema(description = "All types of the category, unless some are named")
            List<Kind> types,

            @Nullable @Valid ScopeInput scope,
            @NotEmpty List<Channel> channels,
            @Nullable Boolean enabled,
            @Nullable @Schema(example = "America/Chicago") String timeZone) {}

    record ExternalContact(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 254) String email) {}

    record ScopeInput(
            @Nullable @Size(max = 500) List<String> customerNumbers,
            @Nullable @Size(max = 500) List<String> accountIds,
            @Nullable @Size(max = 500) List<String> serviceIds) {

        Scope toScope() {
            return new Scope(set(customerNumbers), set(accountIds), set(serviceIds));
        }
    }

    /** JSON Merge Patch on these properties only; an empty list of types means all. */
    record SettingPatch(
            @Nullable @Valid ExternalContact externalContact,
            @Nullable @Size(max = 50) List<Kind> types,
            @Nullable @Valid ScopeInput scope,
            @Nullable List<Channel> channels,
            @Nullable Boolean enabled,
            @Nullable String timeZone) {}

    private final KeepingSettings keeping;
    private final Settings settings;
    private final Setups setups;
    private final Clock clock;

    SettingController(KeepingSettings keeping, Settings settings, Setups setups, Clock clock) {
        this.keeping = keeping;
        this.settings = settings;
        this.setups = setups;
        this.clock = clock;
    }

    private static <T> Set<T> set(@Nullable List<T> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }

    @PostMapping
    @IdempotentWrite
    @Access({"NOTIFY_SELF", "NOTIFY_ADMIN"})
    @Operation(operationId = "createNotificationSetting", summary = "Say who wants to hear of what")
    ResponseEntity<SettingView> create(@RequestBody NewSetting wanted, Caller caller) {
        var external = wanted.externalContact();
        if (external != null && wanted.ownerUserId() != null) {
            throw Problem.unprocessable(Violation.invalid(
                    "/externalContact", "A setting is of a member or of an external contact, not both."));
        }
        var owner = external == null ? Objects.requireNonNullElse(wanted.ownerUserId(), caller.subject()) : null;
        var added = keeping.add(
                new NotificationSetting(
                        UUID.randomUUID(),
                        caller.enterprise(),
                        owner,
                        contact(external),
                        wanted.category(),
                        set(wanted.types()),
                        wanted.scope() == null ? Scope.ALL : wanted.scope().toScope(),
                        set(wanted.channels()),
                        !Boolean.FALSE.equals(wanted.enabled()),
                        zone(wanted.timeZone()),
                        clock.instant(),
                        1),
                caller);
        return ResponseEntity.created(URI.create("/api/v1/notification-settings/" + added.settingId()))
                .eTag(IfMatch.tag(added.version()))
                .body(SettingView.of(added));
    }

    private static @Nullable Contact contact(@Nullable ExternalContact external) {
        return external == null ? null : new Contact(external.name(), external.email(), null);
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException _) {
            throw Problem.unprocessable(
                    Violation.invalid("/timeZone", "This must be an IANA time zone such as America/Chicago."));
        }
    }

    @GetMapping
    @Access({"NOTIFY_SELF", "NOTIFY_ADMIN"})
    @Operation(
            operationId = "listNotificationSettings",
            summary = "Your settings, or as an administrator those of the enterprise, newest first")
    @Parameter(name = "category", description = "Only settings of these categories, separated by commas")
    @Parameter(name = "ownerUserId", description = "Only settings of this member")
    @Parameter(name = "enabled", description = "Only settings that are switched on, or off")
    ResponseEntity<Page<SettingView>> list(ListRequest request, Caller caller) {
        var owner = caller.mayAny("NOTIFY_ADMIN") ? null : caller.subject();
        return settings.list(caller.enterprise(), owner, request)
                .map(SettingView::of)
                .toResponse();
    }

    @GetMapping("/{settingId}")
    @Access({"NOTIFY_SELF", "NOTIFY_ADMIN"})
    @Operation(operationId = "getNotificationSetting", summary = "One setting")
    ResponseEntity<SettingView> get(@PathVariable UUID settingId, Caller caller) {
        return answer(keeping.find(settingId, caller));
    }

    @PatchMapping("/{settingId}")
    @Access({"NOTIFY_SELF", "NOTIFY_ADMIN"})
    @Operation(operationId = "patchNotificationSetting", summary = "Change a setting, or switch it off and on")
    ResponseEntity<SettingView> patch(
            @PathVariable UUID settingId, @RequestBody SettingPatch patch, IfMatch ifMatch, Caller caller) {
        if (patch.externalContact() != null && keeping.find(settingId, caller).externalContact() == null) {
            throw Problem.unprocessable(Violation.invalid(
                    "/externalContact", "This setting is of a member, whose address is in the profile."));
        }
        return answer(keeping.change(settingId, ifMatch, caller, setting -> merged(setting, patch)));
    }

    private static NotificationSetting merged(NotificationSetting setting, SettingPatch patch) {
        return new NotificationSetting(
                setting.settingId(),
                setting.enterpriseId(),
                setting.ownerUserId(),
                patch.externalContact() == null ? setting.externalContact() : contact(patch.externalContact()),
                setting.category(),
                patch.types() == null ? setting.types() : set(patch.types()),
                patch.scope() == null ? setting.scope() : patch.scope().toScope(),
                patch.channels() == null ? setting.channels() : set(patch.channels()),
                patch.enabled() == null ? setting.enabled() : patch.enabled(),
                patch.timeZone() == null ? setting.timeZone() : zone(patch.timeZone()),
                setting.createdAt(),
                setting.version() + 1);
    }

    @DeleteMapping("/{settingId}")
    @Access({"NOTIFY_SELF", "NOTIFY_ADMIN"})
    @Operation(operationId = "deleteNotificationSetting", summary = "Delete a setting")
    ResponseEntity<Void> delete(@PathVariable UUID settingId, IfMatch ifMatch, Caller caller) {
        keeping.remove(settingId, ifMatch, caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/setup-dismissal")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "dismissNotificationSetup",
            summary = "Say that you do not want to set up notifications now")
    Setups.Setup dismiss(Caller caller) {
        return setups.complete(caller.subject(), true);
    }

    private static ResponseEntity<SettingView> answer(NotificationSetting setting) {
        return ResponseEntity.ok().eTag(IfMatch.tag(setting.version())).body(SettingView.of(setting));
    }
}
