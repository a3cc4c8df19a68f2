package org.mailstation.desktop.flow;

import java.util.Optional;
import org.mailstation.config.Problem;

/** The fields of the form. */
public enum DraftField {
    DOMAIN,
    HOST_NAME,
    PERSON,
    MAILBOX,
    PASSWORD,
    REPEAT;

    /**
     * The field of the form that a problem of a configuration belongs to; empty if the form does
     * not show it.
     */
    static Optional<DraftField> of(Problem problem) {
        String field = problem.field();
        if (field.equals("host-name")) {
            return Optional.of(HOST_NAME);
        }
        if (field.equals("domains") || field.equals("domains[0]")) {
            return Optional.of(DOMAIN);
        }
        if (field.equals("account[0].address")
                || field.equals("account[0]")
                || field.equals("account")) {
            return Optional.of(MAILBOX);
        }
        return field.equals("account[0].name") ? Optional.of(PERSON) : Optional.empty();
    }
}
