package org.mailstation.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How letters are signed, and whether others can prove it.
 *
 * @param keys {@code null}: they cannot be used, letters go out unsigned
 * @param switched whether the next key has just been found in the DNS and signs from now on
 * @param records of the key that signs and of the next, for each domain
 */
public record DkimStatus(@Nullable SigningStatus keys, boolean switched, List<DkimEntry> records) {
    public DkimStatus {
        records = List.copyOf(records);
    }
}
