package org.mailstation.control;

import org.jspecify.annotations.Nullable;

/**
 * Asks how DDNS is.
 *
 * @param now whether the station shall look for its address before it answers, which takes some
 *     seconds
 * @param back an address that the provider was told before and shall be told again, as in {@link
 *     DdnsStatus#published}; it stays until the line has another address than now, or somebody
 *     wants it looked for. {@code null}: none
 */
public record AskDdns(boolean now, @Nullable String back) {
    public AskDdns(boolean now) {
        this(now, null);
    }
}
