package org.mailstation.control;

import java.util.List;

/**
 * Who is shut out.
 *
 * @param bans those first whom it lasts longest for
 * @param lifted whether somebody was let in again by this request
 */
public record Bans(List<Ban> bans, boolean lifted) {
    public Bans {
        bans = List.copyOf(bans);
    }
}
