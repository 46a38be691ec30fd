package io.controlcenter.repair.technicians;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each technician can do and how much at once; by that tickets find their technician. */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/technicians", version = "1")
@Tag(name = "Repair work")
class TechnicianController {

    record Skills(
            @NotNull
            @Size(max = 50)
            @Schema(
                    description = "Product codes or their beginnings, and kinds of tickets; none: everything",
                    example = "[\"EVPL\", \"CHRONIC\"]")
            List<@Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{1,39}") String> skills,

            @Nullable
            @PositiveOrZero
            @Schema(description = "Gets no further ticket while answering for so many; absent: no bound")
            Integer maxOpenTickets) {}

    @Schema(name = "TechnicianProfile")
    record TechnicianView(
            String userId,
            String name,
            @Nullable String phone,
            String email,

            @Schema(description = "Whether tickets can be given to this person")
            boolean active,

            List<String> skills,

            @Schema(description = "Tickets that this person answers for and that have not ended")
            int openTickets,

            @Nullable Integer maxOpenTickets) {

        static TechnicianView of(Technicians.Profile profile) {
            return new TechnicianView(
                    profile.userId(),
                    profile.name(),
                    profile.phone(),
                    profile.email(),
                    profile.active(),
                    profile.skills(),
                    profile.openTickets(),
                    profile.maxOpenTickets());
        }
    }

    record TechnicianList(List<TechnicianView> items) {}

    private final Technicians technicians;
    private final AuditTrail audit;

    TechnicianController(Technicians technicians, AuditTrail audit) {
        this.technicians = technicians;
        this.audit = audit;
    }

    @GetMapping
    @Access(
            value = {"TECHNICIAN", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "listTechnicians", summary = "All technicians with their skills and open tickets, by name")
    TechnicianList list() {
        return new TechnicianList(
                technicians.all().stream().map(TechnicianView::of).toList());
    }

    @PutMapping("/{userId}/skills")
    @Transactional
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "putTechnicianSkills",
            summary = "Say what a technician can do and how many tickets at once; applies to tickets from now on")
    TechnicianView equip(@PathVariable String userId, @RequestBody Skills skills) {
        var before = technicians.profile(userId).orElseThrow(() -> Problem.notFound("The technician " + userId));
        technicians.equip(userId, skills.skills(), skills.maxOpenTickets());
        var after = technicians.profile(userId).orElseThrow();
        audit.record(null, "technician.SkillsChanged", "technician", userId, before, after);
        return TechnicianView.of(after);
    }
}
