package org.mailstation.daemon.accounts;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;

/**
 * Where a secret that the station needs elsewhere is looked up, at the moment when it is needed.
 */
@FunctionalInterface
public interface SecretSource {
    /** The secret of this name, for example {@code relay}, or {@code null} if none was put. */
    @Nullable Secret read(String name) throws IOException;
}
