package org.mailstation.daemon.moving;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Takes a response apart (RFC 3501 9): a text is an atom, a quoted string or a literal; a list in
 * brackets is a {@link List} of these.
 */
final class Tokens {
    /** Stands in a line where a literal was. */
    static final char LITERAL = '\0';

    private static final int DEEPEST = 20;

    private final String line;
    private final Iterator<String> literals;
    private int at;

    private Tokens(ImapLink.Response response) {
        this.line = response.line();
        this.literals = response.literals().iterator();
    }

    /**
     * All parts of a response, the leading star included.
     *
     * @throws IOException if it is no response
     */
    static List<Object> of(ImapLink.Response response) throws IOException {
        Tokens tokens = new Tokens(response);
        List<Object> all = tokens.list(0);
        if (tokens.at < tokens.line.length()) {
            throw new IOException("a response of the server has a bracket too many");
        }
        return all;
    }

    private List<Object> list(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a response of the server is too deep");
        }
        List<Object> all = new ArrayList<>();
        while (at < line.length() && line.charAt(at) != ')') {
            switch (line.charAt(at)) {
                case ' ' -> at++;
                case '(' -> {
                    at++;
                    all.add(list(depth + 1));
                    if (at >= line.length()) {
                        throw new IOException("a response of the server is not whole");
                    }
                    at++;
                }
                case '"' -> all.add(quoted());
                case LITERAL -> {
                    at++;
                    all.add(literals.next());
                }
                default -> all.add(atom());
            }
        }
        return all;
    }

    private String quoted() throws IOException {
        StringBuilder text = new StringBuilder();
        for (at++; at < line.length() && line.charAt(at) != '"'; at++) {
            if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                at++;
            }
            text.append(line.charAt(at));
        }
        if (at >= line.length()) {
            throw new IOException("a response of the server is not whole");
        }
        at++;
        return text.toString();
    }

    /** {@code BODY[]} and its like are one atom, brackets and all. */
    private String atom() {
        int start = at;
        boolean square = false;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            square = c == '[' || square && c != ']';
            if (!square && (c == ' ' || c == '(' || c == ')' || c == LITERAL)) {
                break;
            }
        }
        return line.substring(start, at);
    }
}
