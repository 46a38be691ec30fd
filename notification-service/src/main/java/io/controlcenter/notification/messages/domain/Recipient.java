package io.controlcenter.notification.messages.domain;

import io.controlcenter.notification.domain.Channel;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, and by which channel.
 *
 * @param address an e-mail address in lower case; a user id in the portal
 * @param userId the user behind it, if there is one
 * @param member whether it is told as a member, whose permission and accounts are looked at again before it is sent
 * @param settingId the setting that asks for it; null when nobody had to ask
 * @param accounts those of the concerned accounts that the recipient may see
 */
public record Recipient(
        Channel channel,
        String address,
        @Nullable String name,
        @Nullable String userId,
        boolean member,
        @Nullable UUID settingId,
        List<String> accounts) {
    /** A member of provider staff who answers for something, whatever customers set. */
    public static Recipient staff(String email, String name, List<String> accounts) {
        return new Recipient(Channel.EMAIL, email.strip().toLowerCase(Locale.ROOT), name, null, false, null, accounts);
    }

    /** Somebody who is told of their own access, whatever they may see of the enterprise. */
    public static Recipient personally(@Nullable String userId, String email, @Nullable String name) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        return new Recipient(Channel.EMAIL, address, name, userId, false, null, List.of());
    }
}
