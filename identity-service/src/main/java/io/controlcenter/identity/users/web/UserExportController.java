package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.FileHeaders;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of users as a file, which an administrator can download (L-ADMIN). */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Users")
class UserExportController {

    private final ReadingUsers reading;

    UserExportController(ReadingUsers reading) {
        this.reading = reading;
    }

    /** Written page by page: whatever the number of users, the memory stays the same. */
    @GetMapping(path = "/users:export", produces = "text/csv")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "exportUsers",
            summary = "All users that listUsers would list, as CSV: a line per user and enterprise")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Parameter(name = "username", description = "Only the user with this name")
    @Parameter(name = "email", description = "Only users with this address")
    @Parameter(name = "status", description = "INVITED, ACTIVE, INACTIVE or DELETED; several separated by commas")
    @Parameter(name = "staff", description = "True for provider staff only")
    void export(ListRequest request, Caller caller, HttpServletResponse response) throws IOException {
        var page = page(request, caller, request.cursor());
        response.setContentType("text/csv;charset=UTF-8");
        FileHeaders.toSave("users.csv").forEach((name, values) -> response.setHeader(name, values.getFirst()));
        try (Writer out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            var csv = new UserCsv(out);
            write(csv, page);
            while (page.nextCursor() != null) {
                page = page(request, caller, page.nextCursor());
                write(csv, page);
            }
        }
    }

    private Page<ReadingUsers.Entry> page(ListRequest request, Caller caller, @Nullable String cursor) {
        return reading.list(caller.enterpriseId(), request.pageAfter(cursor));
    }

    private static void write(UserCsv csv, Page<ReadingUsers.Entry> page) throws IOException {
        for (var entry : page.items()) {
            csv.write(entry);
        }
    }
}
