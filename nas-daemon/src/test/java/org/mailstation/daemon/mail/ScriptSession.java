package org.mailstation.daemon.mail;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mpt.api.Continuation;
import org.apache.james.mpt.api.Session;
import org.jspecify.annotations.Nullable;

/** One connection of James's IMAP scripts: a mail program under TLS. */
final class ScriptSession implements Session {
    private static final Pattern LITERAL =
            Pattern.compile("\\A[^\\r\\n]* APPEND [^\\r\\n]*\\{([0-9]+)\\+}\\r\\n");

    private final int port;
    private final Continuation continuation;
    private final StringBuilder command = new StringBuilder();
    private @Nullable LineClient client;

    ScriptSession(int port, Continuation continuation) {
        this.port = port;
        this.continuation = continuation;
    }

    private LineClient client() {
        return Objects.requireNonNull(client, "not started");
    }

    @Override
    public void start() throws IOException {
        client = LineClient.tls(port);
    }

    /** The scripts know another greeting than ours. */
    @Override
    public String readLine() throws IOException {
        client().raw(rightLiteral(command.toString()));
        command.setLength(0);
        String line = client().line();
        if (line == null) {
            return "[closed]";
        }
        if (line.startsWith("+")) {
            continuation.doContinue();
        }
        return line.startsWith("* OK mail.") ? "* OK IMAP4rev1 Server ready" : line;
    }

    @Override
    public void writeLine(String line) throws IOException {
        command.append(line).append("\r\n");
    }

    /**
     * Some scripts announce an octet more than they send, which only a stream with an end shows.
     */
    private static String rightLiteral(String command) {
        Matcher literal = LITERAL.matcher(command);
        if (!literal.find()) {
            return command;
        }
        int announced = Integer.parseInt(literal.group(1));
        int sent = command.length() - literal.end() - "\r\n".length();
        return sent == announced - 1
                ? command.substring(0, literal.start(1)) + sent + command.substring(literal.end(1))
                : command;
    }

    @Override
    public void restart() throws IOException {
        stop();
        start();
        client().line();
    }

    @Override
    public void stop() throws IOException {
        client().close();
    }

    @Override
    public void await() {
        // searches see a letter as soon as its APPEND is answered
    }
}
