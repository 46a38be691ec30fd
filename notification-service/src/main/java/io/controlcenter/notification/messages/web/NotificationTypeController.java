package io.controlcenter.notification.messages.web;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one can be told of. */
@RestController
@RequestMapping(path = "/api/v{version}/notification-types", version = "1")
@Tag(name = "Notification types")
class NotificationTypeController {

    /** @param mandatory told whether somebody switched it off or not */
    record NotificationType(Kind type, Category category, String title, boolean mandatory, String permission) {

        static NotificationType of(Kind kind) {
            return new NotificationType(
                    kind,
                    kind.category(),
                    kind.title(),
                    kind.isMandatory(),
                    kind.category().permission());
        }
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listNotificationTypes", summary = "All types of notification that a setting can name")
    Page<NotificationType> list() {
        return new Page<>(
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.category().canBeSet())
                        .map(NotificationType::of)
                        .toList(),
                null);
    }
}
