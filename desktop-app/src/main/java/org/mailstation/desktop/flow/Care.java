package org.mailstation.desktop.flow;

import org.mailstation.desktop.check.Look;

/**
 * What a person does for a station that is set up.
 *
 * @param checkup looks at all of it
 * @param naming the name that follows the changing address
 */
public record Care(Checkup checkup, Naming naming) {

    /** For the station that the flow is signed in to. */
    public static Care of(Background background, Session session, Look look) {
        return new Care(
                new Checkup(
                        (wanted, progress, cancellation) ->
                                look.run(
                                        session.visit(cancellation),
                                        wanted,
                                        progress,
                                        cancellation),
                        background),
                new Naming(session, background));
    }

    /** Ends what is under way; the program is about to end. */
    public void close() {
        checkup.cancel();
        naming.cancel();
    }
}
