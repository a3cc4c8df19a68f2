package org.mailstation.daemon.mail.managesieve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a command into its words (RFC 5804 4). */
final class SieveWords {
    private final byte[] command;
    private int at;

    private SieveWords(byte[] command) {
        this.command = command;
    }

    /** The command is not made as it should be. */
    static final class NoWordException extends Exception {
        private static final long serialVersionUID = 1L;

        NoWordException(String message) {
            super(message);
        }
    }

    static List<String> of(byte[] command) throws NoWordException {
        return new SieveWords(command).all();
    }

    private List<String> all() throws NoWordException {
        List<String> words = new ArrayList<>();
        while (true) {
            while (at < command.length && command[at] == ' ') {
                at++;
            }
            if (at >= command.length || command[at] == '\r' || command[at] == '\n') {
                return words;
            }
            words.add(
                    switch (command[at]) {
                        case '"' -> quoted();
                        case '{' -> literal();
                        default -> atom();
                    });
        }
    }

    private String atom() throws NoWordException {
        int start = at;
        while (at < command.length && command[at] > ' ' && command[at] != '"') {
            at++;
        }
        if (at == start) {
            throw new NoWordException("unexpected character");
        }
        return text(command, start, at - start);
    }

    private String quoted() throws NoWordException {
        byte[] content = new byte[command.length];
        int length = 0;
        for (at++; at < command.length; at++) {
            byte octet = command[at];
            if (octet == '"') {
                at++;
                return text(content, 0, length);
            }
            if (octet == '\\' && at + 1 < command.length) {
                octet = command[++at];
            }
            content[length++] = octet;
        }
        throw new NoWordException("a text without its closing quote");
    }

    private String literal() throws NoWordException {
        int start = at + 1;
        int length = 0;
        for (at++; at < command.length && command[at] >= '0' && command[at] <= '9'; at++) {
            if (at - start > 8) {
                throw new NoWordException("a length that is too long");
            }
            length = 10 * length + command[at] - '0';
        }
        while (at < command.length && command[at] != '\n') {
            at++;
        }
        start = at + 1;
        if (start + length > command.length) {
            throw new NoWordException("a text that is shorter than it says");
        }
        at = start + length;
        return text(command, start, length);
    }

    private static String text(byte[] bytes, int start, int length) throws NoWordException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new NoWordException("a text that is not UTF-8");
        }
    }
}
