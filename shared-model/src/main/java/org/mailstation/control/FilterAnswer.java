package org.mailstation.control;

import java.util.List;
import org.mailstation.text.Text;

/** The answer to {@link FilterRequest}. */
public sealed interface FilterAnswer {
    /**
     * How it is now.
     *
     * @param text of the script that was asked for; empty: none was
     */
    record Scripts(List<Named> scripts, String text) implements FilterAnswer {
        public Scripts {
            scripts = List.copyOf(scripts);
        }
    }

    /**
     * A script.
     *
     * @param active whether letters pass it; at most one does
     */
    record Named(String name, boolean active) {}

    record NoSuchAccount(String address) implements FilterAnswer {}

    record NoSuchScript(String name) implements FilterAnswer {}

    /** Nothing has changed. */
    record Refused(Text reason) implements FilterAnswer {}
}
