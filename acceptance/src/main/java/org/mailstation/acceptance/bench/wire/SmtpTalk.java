package org.mailstation.acceptance.bench.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A server that brings letters (RFC 5321), with its commands in one packet (RFC 2920). */
public final class SmtpTalk implements Closeable {
    private final Wire wire;

    private SmtpTalk(Wire wire) {
        this.wire = wire;
    }

    /**
     * @throws RefusedException if the server takes no commands in advance: then the two could not
     *     be compared
     */
    public static SmtpTalk open(Door door) throws IOException {
        SmtpTalk talk = new SmtpTalk(Wire.open(door));
        talk.expect("greeting", "220");
        talk.wire.put("EHLO client.example\r\n").flush();
        boolean pipelining = false;
        String line;
        do {
            line = talk.wire.line();
            pipelining |= line.startsWith("PIPELINING", 4);
        } while (line.startsWith("250-"));
        if (!line.startsWith("250 ") || !pipelining) {
            throw new RefusedException("EHLO with PIPELINING", line);
        }
        return talk;
    }

    /** Signs in (RFC 4616), on a door that has TLS. */
    public void signIn(String user, String password) throws IOException {
        byte[] plain = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        wire.put("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain) + "\r\n").flush();
        expect("AUTH", "235");
    }

    /**
     * Brings one letter.
     *
     * @param letter as on the wire, lines that begin with a dot already doubled
     */
    public void send(String recipient, byte[] letter) throws IOException {
        send("friend@client.example", List.of(recipient), letter);
    }

    /**
     * Brings one letter to some people; all of them must be taken.
     *
     * @param letter as on the wire, lines that begin with a dot already doubled
     */
    public void send(String from, List<String> recipients, byte[] letter) throws IOException {
        wire.put("MAIL FROM:<" + from + ">\r\n");
        for (String recipient : recipients) {
            wire.put("RCPT TO:<" + recipient + ">\r\n");
        }
        wire.put("DATA\r\n").flush();
        expect("MAIL", "250");
        for (String recipient : recipients) {
            expect("RCPT " + recipient, "250");
        }
        expect("DATA", "354");
        wire.put(letter).put(".\r\n").flush();
        expect("letter", "250");
    }

    private void expect(String what, String code) throws IOException {
        String line = wire.line();
        while (line.startsWith(code + "-")) {
            line = wire.line();
        }
        if (!line.startsWith(code)) {
            throw new RefusedException(what, line);
        }
    }

    @Override
    public void close() throws IOException {
        try (wire) {
            wire.put("QUIT\r\n").flush();
            expect("QUIT", "221");
        }
    }
}
