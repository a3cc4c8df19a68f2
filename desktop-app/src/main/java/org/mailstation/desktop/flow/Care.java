package org.mailstation.desktop.flow;

import org.mailstation.desktop.check.Look;

/**
 * What a person does for a station that is set up.
 *
 * @param checkup looks at all of it
 * @param naming the name that follows the changing address
 * @param repair mends what this program can mend
 * @param publishing the records that others must find
 */
public record Care(Checkup checkup, Naming naming, Repair repair, Publishing publishing) {

    /** For the station that the flow is signed in to. */
    public static Care of(Background background, Session session, Look look, Timer timer) {
        Checkup.Source source =
                (wanted, progress, cancellation) ->
                        look.run(session.visit(cancellation), wanted, progress, cancellation);
        Checkup checkup = new Checkup(source, background);
        return new Care(
                checkup,
                new Naming(session, background),
                new Repair(session, checkup, source, background),
                new Publishing(session, background, timer));
    }

    /** Ends what is under way; the program is about to end. */
    public void close() {
        checkup.cancel();
        naming.cancel();
        repair.cancel();
        publishing.cancel();
    }
}
