package org.mailstation.acceptance.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailstation.acceptance.bench.peer.MailStation;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/**
 * Reads everything that the daemon has, as a mail program does, and compares it with the ledger.
 */
final class Inspection {
    private static final Pattern RECIPIENT = Pattern.compile("\"([^\"@]+@elsewhere\\.example)\"");

    private final MailStation station;
    private final Ledger ledger;

    Inspection(MailStation station, Ledger ledger) {
        this.station = station;
        this.ledger = ledger;
    }

    /** One sentence for each thing that is wrong. */
    List<String> run() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Box box : ledger.boxes()) {
            wrong.addAll(ledger.differences(box, letters(box, wrong)));
        }
        wrong.addAll(ledger.lostOnTheWay());
        wrong.addAll(ledger.queueDifferences(recipients()));
        String index = station.control("reindex", "--json");
        for (String count : List.of("repaired", "adopted", "missing")) {
            if (!Pattern.compile("\"" + count + "\"\\s*:\\s*0\\b").matcher(index).find()) {
                wrong.add("index and files do not agree: " + index);
                break;
            }
        }
        return wrong;
    }

    private List<Found> letters(Box box, List<String> wrong) throws IOException {
        List<Found> found = new ArrayList<>();
        try (ImapTalk imap = station.imap(box.account())) {
            imap.ask("EXAMINE " + box.name());
            if (imap.messages(box.name()) > 0) {
                imap.read(
                        "FETCH 1:* (FLAGS BODY.PEEK[])",
                        (line, octets) -> {
                            String letter = new String(octets, StandardCharsets.ISO_8859_1);
                            Token token = Token.of(letter);
                            if (token == null) {
                                wrong.add("a letter in " + box + " has no subject: " + line);
                            } else {
                                boolean flagged = line.contains("\\Flagged");
                                found.add(new Found(token, flagged, token.isWhole(letter)));
                            }
                        });
            }
            if (found.size() != imap.messages(box.name())) {
                wrong.add(box + " counts other than the " + found.size() + " that it lists");
            }
        }
        return found;
    }

    /** Of all envelopes that wait, one entry for each. */
    private List<String> recipients() throws IOException {
        List<String> recipients = new ArrayList<>();
        try (Stream<Path> all = Files.walk(station.data().resolve("queue"))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".json")).toList()) {
                Matcher recipient = RECIPIENT.matcher(Files.readString(file));
                while (recipient.find()) {
                    recipients.add(recipient.group(1));
                }
            }
        }
        return recipients;
    }
}
