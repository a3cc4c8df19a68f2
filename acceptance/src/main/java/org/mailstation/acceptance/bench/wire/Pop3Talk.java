package org.mailstation.acceptance.bench.wire;

import java.io.Closeable;
import java.io.IOException;

/** A mail program on POP3 (RFC 1939), signed in. */
public final class Pop3Talk implements Closeable {
    private final Wire wire;

    private Pop3Talk(Wire wire) {
        this.wire = wire;
    }

    public static Pop3Talk open(Door door, String user, String password) throws IOException {
        Pop3Talk talk = new Pop3Talk(Wire.open(door));
        talk.expect("greeting");
        talk.ask("USER " + user);
        talk.ask("PASS " + password);
        return talk;
    }

    /** Letters in the mailbox. */
    public int letters() throws IOException {
        return Integer.parseInt(ask("STAT").split(" ")[1]);
    }

    /**
     * Fetches a letter.
     *
     * @return its octets on the wire
     */
    public long retrieve(int number) throws IOException {
        ask("RETR " + number);
        return wire.skipToDot();
    }

    private String ask(String command) throws IOException {
        wire.put(command + "\r\n").flush();
        return expect(command.split(" ", 2)[0]);
    }

    private String expect(String what) throws IOException {
        String line = wire.line();
        if (!line.startsWith("+OK")) {
            throw new RefusedException(what, line);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        try (wire) {
            ask("QUIT");
        }
    }
}
