package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** What became of a request about the passwords of single devices. */
public sealed interface AppPasswords {
    /**
     * Done.
     *
     * @param made the new one; {@code null} if none was asked for
     * @param devices all that may sign in now
     */
    record Devices(@Nullable Secret made, List<Device> devices) implements AppPasswords {
        public Devices {
            devices = List.copyOf(devices);
        }
    }

    record NoSuchAccount(String address) implements AppPasswords {}

    /** Nothing was changed. */
    record Refused(Text reason) implements AppPasswords {}

    /** One device. */
    record Device(String name, Instant made) {}
}
