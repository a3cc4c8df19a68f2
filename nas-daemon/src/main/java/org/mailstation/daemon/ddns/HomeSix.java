package org.mailstation.daemon.ddns;

import java.net.Inet6Address;
import org.jspecify.annotations.Nullable;

/** The home's way in by IPv6. */
@FunctionalInterface
public interface HomeSix {
    /**
     * The address that the name shall lead to by IPv6, or {@code null}: none, or letters that try
     * it might wait at a closed door.
     *
     * @param only whether there is no way in by IPv4: then nothing is lost by trying
     */
    @Nullable Inet6Address address(boolean only);
}
