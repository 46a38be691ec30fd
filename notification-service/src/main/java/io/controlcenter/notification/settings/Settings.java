package io.controlcenter.notification.settings;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import io.controlcenter.notification.settings.domain.Scope;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notification settings within what the transaction may see. */
@Component
@Transactional(readOnly = true)
public class Settings {

    private static final Listing LIST = Listing.of("s.*", "notification_setting s")
            .choice("category", "s.category", Category.class)
            .text("ownerUserId", "s.owner_user_id")
            .bool("enabled", "s.enabled")
            .instant("createdAt", "s.created_at")
            .order("-createdAt", "s.id");

    private final JdbcClient db;

    Settings(JdbcClient db) {
        this.db = db;
    }

    public List<NotificationSetting> of(String enterpriseId, Category category) {
        return db.sql("""
                        select * from notification_setting where enterprise_id = :enterprise and category = :category
                        order by id""")
                .param("enterprise", enterpriseId)
                .param("category", category.name())
                .query((row, _) -> setting(row))
                .list();
    }

    public Optional<NotificationSetting> find(UUID settingId) {
        return db.sql("select * from notification_setting where setting_id = :id")
                .param("id", settingId)
                .query((row, _) -> setting(row))
                .optional();
    }

    /** @param ownerUserId only this one's; null for all of the enterprise */
    Page<NotificationSetting> list(String enterpriseId, @Nullable String ownerUserId, ListRequest request) {
        var parameters = new HashMap<String, Object>(Map.of("enterprise", enterpriseId));
        var condition = "s.enterprise_id = :enterprise";
        if (ownerUserId != null) {
            condition += " and s.owner_user_id = :owner";
            parameters.put("owner", ownerUserId);
        }
        return LIST.page(db, request, condition, parameters, (row, _) -> setting(row));
    }

    @Transactional
    void add(NotificationSetting setting, String createdBy) {
        write("""
                insert into notification_setting (setting_id, enterprise_id, owner_user_id, contact_name,
                  contact_email, category, types, customer_numbers, account_ids, service_ids, channels, enabled,
                  time_zone, created_at, created_by, version)
                values (:id, :enterprise, :owner, :name, :email, :category, :types, :customers, :accounts, :services,
                  :channels, :enabled, :zone, :createdAt, :createdBy, :version)""", setting, Map.of("createdBy", createdBy));
    }

    /** @return false when somebody else changed it meanwhile */
    @Transactional
    boolean save(NotificationSetting setting) {
        return write("""
                update notification_setting set contact_name = :name, contact_email = :email, types = :types,
                  customer_numbers = :customers, account_ids = :accounts, service_ids = :services,
                  channels = :channels, enabled = :enabled, time_zone = :zone, version = :version
                where setting_id = :id and version = :version - 1""", setting, Map.of()) == 1;
    }

    @Transactional
    boolean remove(NotificationSetting setting) {
        return db.sql("delete from notification_setting where setting_id = :id and version = :version")
                        .param("id", setting.settingId())
                        .param("version", setting.version())
                        .update()
                == 1;
    }

    private int write(String sql, NotificationSetting setting, Map<String, ?> more) {
        var external = setting.externalContact();
        var values = new HashMap<String, @Nullable Object>(more);
        values.put("id", setting.settingId());
        values.put("enterprise", setting.enterpriseId());
        values.put("owner", setting.ownerUserId());
        values.put("name", external == null ? null : external.name());
        values.put("email", external == null ? null : external.email());
        values.put("category", setting.category().name());
        values.put("types", names(setting.types()));
        values.put("customers", texts(setting.scope().customerNumbers()));
        values.put("accounts", texts(setting.scope().accountIds()));
        values.put("services", texts(setting.scope().serviceIds()));
        values.put("channels", names(setting.channels()));
        values.put("enabled", setting.enabled());
        values.put(
                "zone", setting.timeZone() == null ? null : setting.timeZone().getId());
        values.put("createdAt", OffsetDateTime.ofInstant(setting.createdAt(), ZoneOffset.UTC));
        values.put("version", setting.version());
        return db.sql(sql).params(values).update();
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static String[] texts(Collection<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }

    private static NotificationSetting setting(ResultSet row) throws SQLException {
        var email = row.getString("contact_email");
        var zone = row.getString("time_zone");
        return new NotificationSetting(
                row.getObject("setting_id", UUID.class),
                row.getString("enterprise_id"),
                row.getString("owner_user_id"),
                email == null ? null : new Contact(row.getString("contact_name"), email, null),
                Category.valueOf(row.getString("category")),
                set(row, "types", Kind::valueOf),
                new Scope(
                        set(row, "customer_numbers", Function.identity()),
                        set(row, "account_ids", Function.identity()),
                        set(row, "service_ids", Function.identity())),
                set(row, "channels", Channel::valueOf),
                row.getBoolean("enabled"),
                zone == null ? null : ZoneId.of(zone),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> parse) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(parse)
                .collect(Collectors.toUnmodifiableSet());
    }
}
