package org.mailstation.probe.real;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.mailstation.probe.Doors;

/** The few lines that a knock exchanges, one byte at a time: what follows belongs to TLS. */
final class Talk {
    private static final int LONGEST_LINE = 2048;
    private static final int MOST_LINES = 100;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Manners manners;
    private final Patience patience;

    Talk(Socket socket, Manners manners, Patience patience) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.manners = manners;
        this.patience = patience;
    }

    /** The first line, after all of its answer was read (RFC 5321 4.2.1 allows several). */
    String greeting() throws IOException {
        String first = line();
        if (manners.greeting().stream().noneMatch(first::startsWith)) {
            throw new IOException("unexpected greeting: " + first);
        }
        String last = first;
        for (int lines = 0; greetingGoesOn(last) && lines < MOST_LINES; lines++) {
            last = line();
        }
        return first;
    }

    private boolean greetingGoesOn(String line) {
        return manners.greetingEnd().isEmpty()
                ? continues(line)
                : !line.startsWith(manners.greetingEnd());
    }

    /** Asks for TLS as {@link Doors} says; whether the server begins it now. */
    boolean upgrade() throws IOException {
        for (String line : manners.first()) {
            ask(line);
        }
        return ask(manners.upgrade()).startsWith(manners.agreed());
    }

    private String ask(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String answer = line();
        for (int lines = 0; !last(answer) && lines < MOST_LINES; lines++) {
            answer = line();
        }
        return answer;
    }

    private boolean last(String line) {
        return manners.tag().isEmpty() ? !continues(line) : line.startsWith(manners.tag());
    }

    /** RFC 5321 4.2.1: a hyphen after the code. */
    private static boolean continues(String line) {
        return line.length() > 3 && line.charAt(3) == '-' && Character.isDigit(line.charAt(0));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            socket.setSoTimeout(patience.millis());
            int one = in.read();
            if (one < 0) {
                throw new EOFException("the connection was closed");
            }
            if (one == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) one);
        }
        throw new IOException("a line without an end");
    }
}
