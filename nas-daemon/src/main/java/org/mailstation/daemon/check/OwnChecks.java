package org.mailstation.daemon.check;

import java.util.List;
import org.mailstation.check.Check;

/**
 * The checks that only the daemon can do, since they need its parts. They run beside {@link
 * org.mailstation.check.Checks#ALL}.
 */
public final class OwnChecks {
    private OwnChecks() {}

    /** In the order in which a reader wants them. */
    public static List<Check> all() {
        return List.of();
    }
}
