package io.controlcenter.repair.technicians;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The provider's technicians, what they can do and how much of it they have. */
@Component
public class Technicians {

    /** Those who can take one more; who names no skill can do everything, a skill covers what begins with it. */
    private static final String AVAILABLE = """
            t.active and (t.max_open_tickets is null or t.open_tickets < t.max_open_tickets)
            and (not exists (select 1 from technician_skill s where s.user_id = t.user_id)
              or exists (select 1 from technician_skill s where s.user_id = t.user_id
                and exists (select 1 from unnest(cast(:needs as text[])) need where starts_with(need, s.skill))))""";

    private static final String IS_SPECIALIST = "exists (select 1 from technician_skill s where s.user_id = t.user_id)";

    private final JdbcClient db;

    Technicians(JdbcClient db) {
        this.db = db;
    }

    /** A member of provider staff with the role TECHNICIAN. */
    public record StaffMember(
            String userId, String name, @Nullable String phone, String email) {}

    @Transactional(readOnly = true)
    public Optional<StaffMember> find(String userId) {
        return db.sql("select * from technician where user_id = :id and active")
                .param("id", userId)
                .query((row, _) -> member(row))
                .optional();
    }

    /**
     * Who gets the next ticket: a specialist before somebody who does everything, who can be called before who cannot, the
     * least busy, and among those who got one least recently. Held until the transaction ends, so that two tickets at once
     * go to two people.
     *
     * @param needs what the ticket needs, such as the code of its product and its kind
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StaffMember> next(Collection<String> needs, Instant now) {
        return db.sql("""
                        update technician set last_assigned_at = :now where user_id = (
                          select t.user_id from technician t where %s
                          order by not %s, coalesce(t.phone, '') = '', t.open_tickets,
                            t.last_assigned_at nulls first, t.user_id
                          limit 1 for update of t skip locked)
                        returning *""".formatted(AVAILABLE, IS_SPECIALIST))
                .param("needs", needs.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, _) -> member(row))
                .optional();
    }

    /** A technician answers for one ticket more, or for one less. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carries(String userId, int more) {
        db.sql("update technician set open_tickets = greatest(0, open_tickets + :more) where user_id = :id")
                .param("more", more)
                .param("id", userId)
                .update();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getString("user_id"), row.getString("name"), row.getString("phone"), row.getString("email"));
    }

    /** A technician with skills and load. */
    record Profile(
            String userId,
            String name,
            @Nullable String phone,
            String email,
            boolean active,
            List<String> skills,
            int openTickets,
            @Nullable Integer maxOpenTickets) {}

    @Transactional(readOnly = true)
    List<Profile> all() {
        return profiles("true", "");
    }

    @Transactional(readOnly = true)
    Optional<Profile> profile(String userId) {
        return profiles("t.user_id = :id", userId).stream().findAny();
    }

    private List<Profile> profiles(String which, String userId) {
        return db.sql("""
                        select t.*, array(select skill from technician_skill s where s.user_id = t.user_id order by 1)
                          as skills
                        from technician t where %s order by t.name, t.user_id""".formatted(which))
                .param("id", userId)
                .query((row, _) -> new Profile(
                        row.getString("user_id"),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getBoolean("active"),
                        List.of((String[]) row.getArray("skills").getArray()),
                        row.getInt("open_tickets"),
                        row.getObject("max_open_tickets", Integer.class)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void equip(String userId, Collection<String> skills, @Nullable Integer maxOpenTickets) {
        db.sql("update technician set max_open_tickets = :max where user_id = :id")
                .param("max", maxOpenTickets)
                .param("id", userId)
                .update();
        db.sql("delete from technician_skill where user_id = :id")
                .param("id", userId)
                .update();
        skills.forEach(skill -> db.sql("insert into technician_skill values (:id, :skill) on conflict do nothing")
                .param("id", userId)
                .param("skill", skill)
                .update());
    }
}
