package org.mailstation.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that letters are signed with.
 *
 * @param current signs
 * @param next is to be published, and signs as soon as it is; {@code null}: none
 * @param retired signed before, newest first
 */
public record SigningStatus(
        SigningKeyStatus current, @Nullable SigningKeyStatus next, List<RetiredKey> retired) {
    public SigningStatus {
        retired = List.copyOf(retired);
    }
}
