package org.mailstation.desktop.flow;

import java.time.InstantSource;
import org.mailstation.desktop.autostart.Autostart;
import org.mailstation.desktop.check.Look;
import org.mailstation.desktop.login.MailLogin;

/**
 * What a person does for a station that is set up.
 *
 * @param checkup looks at all of it
 * @param nameTrial tries a login that is being typed
 * @param naming the name that follows the changing address
 * @param repair mends what this program can mend
 * @param forwarding what the router leads to the NAS
 * @param publishing the records that others must find
 * @param proof shows that mail works
 * @param outward a letter to somebody elsewhere
 * @param handout what people enter in their programs
 * @param letters where letters are
 * @param explaining what a letter that came back means
 * @param guarding who is shut out, and what the station proves itself with
 * @param household the people and what they sign in with
 * @param revisions what was changed when
 * @param habits what this program does by itself
 * @param nasPeople whom the NAS knows
 * @param copies of everything
 * @param tongue in which the station writes
 * @param watching over the station by itself
 */
public record Care(
        Checkup checkup,
        NameTrial nameTrial,
        Naming naming,
        Repair repair,
        Forwarding forwarding,
        Publishing publishing,
        Proof proof,
        OutwardLetter outward,
        Handout handout,
        MailFlow letters,
        Explaining explaining,
        Guarding guarding,
        Household household,
        Revisions revisions,
        Habits habits,
        NasPeople nasPeople,
        Copies copies,
        Tongue tongue,
        Watching watching) {

    /**
     * What it is done with besides the connection.
     *
     * @param look at a whole station
     * @param login to a mailbox, from here
     * @param outward for letters to others
     * @param autostart of this program
     * @param versions of this program
     */
    public record Means(
            Look look,
            MailLogin login,
            OutwardLetter.Means outward,
            Timer timer,
            InstantSource clock,
            Autostart autostart,
            Habits.Versions versions) {}

    /** For the station that the flow is signed in to. */
    public static Care of(Background background, Session session, Means means) {
        Checkup.Source source =
                (wanted, progress, cancellation) ->
                        means.look()
                                .run(session.visit(cancellation), wanted, progress, cancellation);
        Checkup checkup = new Checkup(source, background);
        return new Care(
                checkup,
                new NameTrial(session, background),
                new Naming(session, background),
                new Repair(
                        checkup, new Mending(session, source, means.outward().rest()), background),
                new Forwarding(session, background),
                new Publishing(session, background, means.timer()),
                new Proof(session, background, means.login(), means.clock()),
                new OutwardLetter(session, background, means.outward()),
                new Handout(session, background),
                new MailFlow(session, background),
                new Explaining(session, background),
                new Guarding(session, background),
                new Household(session, background),
                new Revisions(session, background),
                new Habits(means.autostart(), means.versions(), background),
                new NasPeople(session, background),
                new Copies(session, background),
                new Tongue(session, background),
                new Watching(session, background));
    }

    /** Ends what is under way; the program is about to end. */
    public void close() {
        checkup.cancel();
        nameTrial.cancel();
        naming.cancel();
        repair.cancel();
        forwarding.cancel();
        publishing.cancel();
        proof.cancel();
        outward.cancel();
        handout.cancel();
        letters.cancel();
        explaining.cancel();
        guarding.cancel();
        household.cancel();
        revisions.cancel();
        habits.cancel();
        nasPeople.cancel();
        copies.cancel();
        tongue.cancel();
        watching.cancel();
    }
}
