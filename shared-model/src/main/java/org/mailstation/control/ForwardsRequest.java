package org.mailstation.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Service;

/**
 * Asks about the forwards of the router.
 *
 * @param services which ones {@link Wanted#GIVE_BACK} is about; {@code null} otherwise
 */
public record ForwardsRequest(Wanted wanted, @Nullable List<Service> services) {
    /** What to do before answering. */
    public enum Wanted {
        /** nothing: tell what is known */
        TELL,
        /** search and ask the router now, for everything */
        ASK_AGAIN,
        /** take back everything that was asked for, as before an uninstallation */
        WITHDRAW,
        /** take back what was asked for these services only; the rest stays */
        GIVE_BACK
    }

    public ForwardsRequest {
        services = services == null ? null : List.copyOf(services);
    }

    public ForwardsRequest(Wanted wanted) {
        this(wanted, null);
    }
}
