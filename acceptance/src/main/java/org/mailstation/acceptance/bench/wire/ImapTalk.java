package org.mailstation.acceptance.bench.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail program on IMAP (RFC 3501), signed in. */
public final class ImapTalk implements Closeable {
    private final Wire wire;
    private int tag;

    private ImapTalk(Wire wire) {
        this.wire = wire;
    }

    /**
     * What a command gave.
     *
     * @param answers untagged lines
     * @param octets in literals
     */
    public record Tally(int answers, long octets) {}

    /** Signs in. */
    public static ImapTalk open(Door door, String from, String user, String password)
            throws IOException {
        ImapTalk talk = new ImapTalk(Wire.open(door, from));
        String greeting = talk.wire.line();
        if (!greeting.startsWith("* OK")) {
            throw new RefusedException("greeting", greeting);
        }
        talk.ask("LOGIN " + user + " \"" + password + "\"");
        return talk;
    }

    /** Waits so long for each answer from now on; what goes through a huge mailbox takes long. */
    public void waitUpTo(int seconds) throws IOException {
        wire.waitUpTo(seconds);
    }

    /** Runs a command; gives its untagged lines, without the content of literals. */
    public List<String> ask(String command) throws IOException {
        List<String> lines = new ArrayList<>();
        finish(command, send(command), lines);
        return lines;
    }

    /** Runs a command with a long answer. */
    public Tally count(String command) throws IOException {
        return finish(command, send(command), null);
    }

    /** Told of an untagged answer with one literal: its text without the literal, and that. */
    public interface Reader {
        void read(String text, byte[] literal) throws IOException;
    }

    /** Runs a command that answers with literals, and hands each to the reader. */
    public void read(String command, Reader reader) throws IOException {
        String mine = send(command);
        for (String line = wire.line(); !line.startsWith(mine); line = wire.line()) {
            int literal = Math.toIntExact(literal(line));
            if (literal > 0) {
                byte[] octets = wire.octets(literal);
                reader.read(line + wire.line(), octets);
            }
        }
    }

    /** Puts a letter into a mailbox, in one go (RFC 7888). */
    public void append(String box, byte[] letter) throws IOException {
        String mine = next();
        wire.put(mine + "APPEND " + box + " {" + letter.length + "+}\r\n").put(letter).put("\r\n");
        wire.flush();
        finish("APPEND", mine, null);
    }

    /** Letters of a mailbox, without opening it. */
    public int messages(String box) throws IOException {
        String line =
                ask("STATUS " + box + " (MESSAGES)").stream()
                        .filter(answer -> answer.startsWith("* STATUS"))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException("STATUS", "no answer"));
        int from = line.indexOf("MESSAGES ") + "MESSAGES ".length();
        return Integer.parseInt(line.substring(from, line.indexOf(')', from)));
    }

    /** Waits for news (RFC 2177) once the server has said that it is ready to tell. */
    public void idle() throws IOException {
        String mine = next();
        wire.put(mine + "IDLE\r\n").flush();
        String line = wire.line();
        while (line.startsWith("* ")) {
            line = wire.line();
        }
        if (!line.startsWith("+")) {
            throw new RefusedException("IDLE", line);
        }
    }

    /** While idling: blocks until the server tells of so many letters. */
    public void awaitExists(int letters) throws IOException {
        String wanted = "* " + letters + " EXISTS";
        while (!wire.line().equals(wanted)) {
            // something else has happened
        }
    }

    /** Ends {@link #idle}. */
    public void done() throws IOException {
        wire.put("DONE\r\n").flush();
        finish("IDLE", "a" + tag + " ", null);
    }

    private String next() {
        tag++;
        return "a" + tag + " ";
    }

    private String send(String command) throws IOException {
        String mine = next();
        wire.put(mine + command + "\r\n").flush();
        return mine;
    }

    private Tally finish(String command, String mine, @Nullable List<String> lines)
            throws IOException {
        int answers = 0;
        long octets = 0;
        while (true) {
            String line = wire.line();
            if (line.startsWith(mine)) {
                if (!line.startsWith("OK", mine.length())) {
                    throw new RefusedException(command.split(" ", 2)[0], line);
                }
                return new Tally(answers, octets);
            }
            if (line.startsWith("* ")) {
                answers++;
                if (lines != null) {
                    lines.add(line);
                }
            }
            long literal = literal(line);
            wire.skip(literal);
            octets += literal;
        }
    }

    /** Octets that follow the line, as {@code {123}} at its end says. */
    static long literal(String line) {
        if (!line.endsWith("}")) {
            return 0;
        }
        int open = line.lastIndexOf('{');
        return open < 0 ? 0 : Long.parseLong(line, open + 1, line.length() - 1, 10);
    }

    @Override
    public void close() throws IOException {
        try (wire) {
            ask("LOGOUT");
        }
    }
}
