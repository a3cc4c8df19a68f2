package org.mailstation.acceptance.bench;

import java.util.ArrayList;
import java.util.List;

/** How it is measured, as sentences of the report. */
final class Notes {
    private Notes() {}

    static List<String> of(boolean quick, int rounds) {
        List<String> notes = new ArrayList<>();
        if (quick) {
            notes.add("**A quick run with few letters:** to try things, not to be quoted.");
        }
        notes.add(
                "Both servers run on this computer at the same time and take turns; clients on loopback, with"
                        + " the same code and the same letters for both. Medians of "
                        + rounds
                        + (rounds == 1 ? " round." : " rounds."));
        notes.add(
                "The letters are made up from a fixed seed: text with its HTML form; 1 MB letters with a"
                        + " picture. One EC certificate serves both.");
        notes.add(
                "A letter that comes by SMTP has a connection of its own, with PIPELINING and without TLS;"
                        + " it counts when an IMAP program sees it in one of four mailboxes.");
        notes.add(
                "IMAP and POP3 run under TLS 1.3. Programs send one command at a time; APPEND sends its"
                        + " letter without waiting.");
        notes.add(
                "Postfix and Dovecot as Debian ships them: LMTP between them, Maildir, default fsync; only limits"
                        + " of how many clients may connect are raised.");
        notes.add(
                "Both wait for the disk before they say that a letter is safe: one connection that sends"
                        + " letter after letter cannot be quicker than one sync each (see above; measured after the"
                        + " work).");
        notes.add(
                "Mailboxes that are only read are filled beforehand: by APPEND here, straight into the"
                        + " Maildir there.");
        notes.add(
                "Memory is the sum over all processes of a server; RSS counts shared pages once for each of"
                        + " them, PSS divides them.");
        return notes;
    }
}
