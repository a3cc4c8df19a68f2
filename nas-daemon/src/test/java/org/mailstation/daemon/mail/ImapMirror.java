package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IMAP client that keeps a picture of its mailbox from what it is told alone, as mail programs
 * do, and does not put up with news that cannot be true (RFC 9051 5.5 and 7).
 */
final class ImapMirror implements Closeable {
    private static final Pattern NEWS =
            Pattern.compile("\\* ([0-9]+) (EXISTS|EXPUNGE|FETCH)(?: \\((.*)\\))?");
    private static final Pattern UID = Pattern.compile("UID ([0-9]+)");
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");

    /** What is known of one letter. */
    private static final class Seen {
        long uid;
        @Nullable Set<String> flags;
    }

    private final LineClient client;
    private final List<Seen> letters = new ArrayList<>();

    ImapMirror(LineClient client) throws IOException {
        this.client = client;
        say("SELECT INBOX");
    }

    int size() {
        return letters.size();
    }

    /** Says a command, takes in what is told, and expects success. */
    void say(String command) throws IOException {
        List<String> lines = client.imap(command);
        boolean numbersInUse = command.matches("(?:FETCH|STORE|SEARCH) .*");
        for (String line : lines) {
            if (numbersInUse) {
                assertThat(line).as("answer to %s", command).doesNotContain(" EXPUNGE");
            }
            hear(line);
        }
        assertThat(lines).last().asString().as(command).startsWith("t1 OK");
    }

    /** Saves a letter. */
    void append(String letter) throws IOException {
        say("APPEND INBOX {" + letter.length() + "+}\r\n" + letter);
    }

    private void hear(String line) {
        Matcher news = NEWS.matcher(line);
        if (!news.matches()) {
            return;
        }
        int number = Integer.parseInt(news.group(1));
        if (news.group(2).equals("EXISTS")) {
            assertThat(number).as("letters leave by EXPUNGE only").isGreaterThanOrEqualTo(size());
            while (size() < number) {
                letters.add(new Seen());
            }
            return;
        }
        assertThat(number).as(line).isBetween(1, size());
        if (news.group(2).equals("EXPUNGE")) {
            letters.remove(number - 1);
        } else {
            look(letters.get(number - 1), line);
        }
    }

    private static void look(Seen letter, String line) {
        Matcher uid = UID.matcher(line);
        if (uid.find()) {
            long told = Long.parseLong(uid.group(1));
            if (letter.uid != 0) {
                assertThat(told).as(line).isEqualTo(letter.uid);
            }
            letter.uid = told;
        }
        Matcher flags = FLAGS.matcher(line);
        if (flags.find()) {
            letter.flags = new TreeSet<>(List.of(flags.group(1).split(" ")));
            letter.flags.remove("");
            letter.flags.remove("\\Recent"); // of the session, not of the letter
        }
    }

    /** Asks for what it does not know yet of letters that came. */
    void catchUp() throws IOException {
        say("NOOP");
        for (int number = 1; number <= size(); number++) {
            if (letters.get(number - 1).uid == 0) {
                say("FETCH " + number + ":" + size() + " (UID FLAGS)");
            }
        }
    }

    /** UIDs in the order of the sequence numbers, with the flags of each. */
    Map<Long, Set<String>> picture() {
        Map<Long, Set<String>> picture = new TreeMap<>();
        long last = 0;
        for (Seen letter : letters) {
            assertThat(letter.uid).as("UIDs ascend with sequence numbers").isGreaterThan(last);
            assertThat(letter.flags).isNotNull();
            last = letter.uid;
            picture.put(letter.uid, letter.flags);
        }
        return picture;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
