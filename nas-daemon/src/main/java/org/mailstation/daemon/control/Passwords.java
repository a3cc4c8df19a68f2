package org.mailstation.daemon.control;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;

/** The passwords of the accounts, as far as the conversation and the status need to know them. */
public interface Passwords {
    /** Whether somebody can sign in as this address. */
    boolean isSet(String address);

    /**
     * Replaces the password of an account.
     *
     * @return why this password is refused, or {@code null} if it is set now
     */
    @Nullable Text set(String address, Secret password) throws IOException;

    /** Lists, makes or takes away passwords of single devices of an account that is there. */
    AppPasswords devices(AppPasswordRequest request) throws IOException;
}
