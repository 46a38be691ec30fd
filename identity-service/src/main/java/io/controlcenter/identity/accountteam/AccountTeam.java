package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after an enterprise: exactly one of them is the primary contact (handbook S7). */
@Component
class AccountTeam {

    private final JdbcClient db;
    private final Enterprises enterprises;
    private final AuditTrail audit;

    AccountTeam(JdbcClient db, Enterprises enterprises, AuditTrail audit) {
        this.db = db;
        this.enterprises = enterprises;
        this.audit = audit;
    }

    /** @param roleName and responsibility are data of the role */
    record Member(
            String role,
            String roleName,
            String responsibility,
            String name,
            @Nullable String phone,
            String email,
            boolean primary) {}

    record NewMember(String role, String name, @Nullable String phone, String email, boolean primary) {}

    @Transactional(readOnly = true)
    List<Member> of(String enterpriseId) {
        enterprises.require(enterpriseId);
        return db.sql("""
                        select r.code, r.name as role_name, r.responsibility, m.name, m.phone, m.email, m.is_primary
                        from account_team_member m join account_team_role r on r.code = m.role
                        where m.enterprise_id = :enterprise order by m.is_primary desc, r.position, m.position""")
                .param("enterprise", enterpriseId)
                .query((row, _) -> new Member(
                        row.getString("code"),
                        row.getString("role_name"),
                        row.getString("responsibility"),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getBoolean("is_primary")))
                .list();
    }

    /** The first member has to be the primary contact, and no later one can be. */
    @Transactional
    List<Member> add(String enterpriseId, NewMember member) {
        var before = locked(enterpriseId);
        requireRoles(List.of(member), "");
        var hasPrimary = before.stream().anyMatch(Member::primary);
        if (hasPrimary && member.primary()) {
            throw Problem.conflict(
                    "primary-exists", "The team has its primary contact; replace the team to change it.");
        }
        if (!hasPrimary && !member.primary()) {
            throw Problem.conflict("primary-missing", "The first member of a team is its primary contact.");
        }
        insert(enterpriseId, nextPosition(enterpriseId), member);
        return written(enterpriseId, before);
    }

    @Transactional
    List<Member> replace(String enterpriseId, List<NewMember> members) {
        var before = locked(enterpriseId);
        requireRoles(members, "/members");
        var primaries = members.stream().filter(NewMember::primary).count();
        if (primaries > 1) {
            throw Problem.conflict("primary-exists", "A team has exactly one primary contact, not " + primaries + ".");
        }
        if (primaries == 0) {
            throw Problem.conflict("primary-missing", "A team has exactly one primary contact.");
        }
        db.sql("delete from account_team_member where enterprise_id = :enterprise")
                .param("enterprise", enterpriseId)
                .update();
        for (int i = 0; i < members.size(); i++) {
            insert(enterpriseId, i + 1, members.get(i));
        }
        return written(enterpriseId, before);
    }

    /** Holds the enterprise, so that two writers at once do not both name a primary contact. */
    private List<Member> locked(String enterpriseId) {
        enterprises.require(enterpriseId);
        db.sql("select 1 from enterprise where enterprise_id = :enterprise for update")
                .param("enterprise", enterpriseId)
                .query(Integer.class)
                .single();
        return of(enterpriseId);
    }

    private void requireRoles(List<NewMember> members, String at) {
        var known = db.sql("select code from account_team_role order by position")
                .query(String.class)
                .list();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < members.size(); i++) {
            if (!known.contains(members.get(i).role())) {
                var pointer = at + (at.isEmpty() ? "" : "/" + i) + "/role";
                violations.add(Violation.referenceNotFound(pointer, "The roles are " + String.join(", ", known) + "."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private int nextPosition(String enterpriseId) {
        return db.sql(
                        "select coalesce(max(position), 0) + 1 from account_team_member where enterprise_id = :enterprise")
                .param("enterprise", enterpriseId)
                .query(Integer.class)
                .single();
    }

    private void insert(String enterpriseId, int position, NewMember member) {
        db.sql("""
                        insert into account_team_member (position, enterprise_id, role, name, phone, email, is_primary)
                        values (:position, :enterprise, :role, :name, :phone, :email, :primary)""")
                .param("position", position)
                .param("enterprise", enterpriseId)
                .param("role", member.role())
                .param("name", member.name())
                .param("phone", member.phone())
                .param("email", member.email())
                .param("primary", member.primary())
                .update();
    }

    private List<Member> written(String enterpriseId, List<Member> before) {
        var after = of(enterpriseId);
        audit.record(enterpriseId, "account-team.changed", "account-team", enterpriseId, before, after);
        return after;
    }
}
