package org.mailstation.control;

import java.util.List;

/**
 * Asks for a look at everything that matters to mail.
 *
 * @param only names of checks, or their beginnings before a dot or colon, for example {@code
 *     dns.mx} or {@code dns}; none: all
 */
public record AskChecks(List<String> only) {
    public AskChecks {
        only = List.copyOf(only);
    }
}
