package org.mailstation.acceptance.crash;

import java.io.IOException;
import java.util.List;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.MailStation;
import org.mailstation.acceptance.bench.wire.ImapTalk;
import org.mailstation.acceptance.bench.wire.SmtpTalk;

/** Programs that use the daemon as fast as they can, until their connection breaks. */
final class Clients {
    private static final int SMALL = 2_000;
    private static final int LARGE = 400_000;
    private static final int LARGE_ONES = 25;
    private static final String FRIEND = "friend@client.example";

    private final MailStation station;
    private final Ledger ledger;
    private final String run;

    /**
     * @param run keeps the letters of this run apart from those of others
     */
    Clients(MailStation station, Ledger ledger, String run) {
        this.station = station;
        this.ledger = ledger;
        this.run = run;
    }

    /** The mailboxes that the mail program with this number uses. */
    static List<Box> boxes(int number) {
        return List.of(
                new Box(Ground.WRITER, "Work-" + number),
                new Box(Ground.WRITER, "Shelf-" + number));
    }

    private static int size(int number) {
        return number % LARGE_ONES == LARGE_ONES - 1 ? LARGE : SMALL;
    }

    /** Another server, which brings letters to one or two people. */
    void bring(int client) throws IOException {
        List<String> people = Ground.FAMILY.subList(0, 2);
        try (SmtpTalk smtp = SmtpTalk.open(station.doors().smtp())) {
            for (int number = 0; ; number++) {
                Token token = new Token(run + "-smtp" + client + "-" + number);
                List<String> to = people.subList(0, 1 + number % people.size());
                to.forEach(person -> ledger.begin(inbox(person), token));
                smtp.send(FRIEND, to, token.letter(FRIEND, size(number)));
                to.forEach(person -> ledger.stored(inbox(person), token));
            }
        }
    }

    private static Box inbox(String person) {
        return new Box(person, "INBOX");
    }

    /** Somebody who writes to people elsewhere; nobody takes the letters, so they wait. */
    void submit(int client) throws IOException {
        String from = Ground.COLLECTOR;
        try (SmtpTalk smtp = SmtpTalk.open(station.doors().submissions())) {
            smtp.signIn(from, station.password());
            for (int number = 0; ; number++) {
                Token token = new Token(run + "-out" + client + "-" + number);
                String to = token.word() + "@elsewhere.example";
                smtp.send(from, List.of(to), token.letter(from, SMALL));
                ledger.queued(to);
            }
        }
    }

    /** A mail program that uploads, marks, copies, moves and removes letters. */
    void organise(int client) throws IOException {
        Box work = boxes(client).getFirst();
        Box shelf = boxes(client).getLast();
        try (ImapTalk imap = station.imap(work.account())) {
            imap.ask("SELECT " + work.name());
            for (int number = 0; ; number++) {
                Token token = new Token(run + "-imap" + client + "-" + number);
                ledger.begin(work, token);
                imap.append(work.name(), token.letter(work.account(), size(number)));
                ledger.stored(work, token);
                imap.ask("NOOP"); // afterwards * is this letter
                organise(imap, number, token, work, shelf);
            }
        }
    }

    private void organise(ImapTalk imap, int number, Token token, Box work, Box shelf)
            throws IOException {
        switch (number % 5) {
            case 0 -> {
                imap.ask("STORE * +FLAGS.SILENT (\\Flagged)");
                ledger.flagged(work, token);
            }
            case 1 -> {
                ledger.begin(shelf, token);
                imap.ask("COPY * " + shelf.name());
                ledger.stored(shelf, token);
            }
            case 2 -> {
                ledger.departs(token, work, shelf);
                imap.ask("MOVE * " + shelf.name());
                ledger.arrived(token, work, shelf);
            }
            case 3 -> {
                ledger.leaves(work, token);
                imap.ask("STORE * +FLAGS.SILENT (\\Deleted)");
                imap.ask("EXPUNGE");
                ledger.gone(work, token);
            }
            default -> imap.ask("SEARCH SUBJECT " + token.word());
        }
    }
}
