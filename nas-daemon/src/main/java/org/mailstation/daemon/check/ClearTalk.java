package org.mailstation.daemon.check;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.config.Service;

/** Asks a mail port what it offers before TLS; never signs in. */
public final class ClearTalk implements LoginCheck.Offers {
    private static final int MOST_LINES = 100;

    private final Duration patience;

    /**
     * @param patience for connecting and for each line
     */
    public ClearTalk(Duration patience) {
        this.patience = patience;
    }

    @Override
    public List<String> inTheClear(Service service, InetSocketAddress where) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(where, millis);
            socket.setSoTimeout(millis);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            greeting(in, service);
            say(socket, question(service));
            List<String> answer = answer(in, service);
            say(socket, goodbye(service));
            return answer;
        }
    }

    private static String question(Service service) {
        return switch (service) {
            case SMTP, SUBMISSION, SUBMISSIONS -> "EHLO login-test.invalid";
            case IMAP, IMAPS -> "a CAPABILITY";
            case POP3, POP3S -> "CAPA";
            case MANAGESIEVE -> "CAPABILITY";
        };
    }

    private static String goodbye(Service service) {
        return switch (service) {
            case IMAP, IMAPS -> "b LOGOUT";
            case MANAGESIEVE -> "LOGOUT";
            case SMTP, SUBMISSION, SUBMISSIONS, POP3, POP3S -> "QUIT";
        };
    }

    /** Whether this line ends an answer: RFC 5321 4.2.1, RFC 9051 7.1, RFC 2449 5, RFC 5804 1.2. */
    private static boolean isLast(Service service, String line) {
        return switch (service) {
            case SMTP, SUBMISSION, SUBMISSIONS -> line.length() < 4 || line.charAt(3) != '-';
            case IMAP, IMAPS -> line.startsWith("a ");
            case POP3, POP3S -> line.equals(".") || line.startsWith("-ERR");
            case MANAGESIEVE -> line.matches("(OK|NO|BYE)\\b.*");
        };
    }

    private static void greeting(BufferedReader in, Service service) throws IOException {
        boolean several =
                service == Service.SMTP
                        || service == Service.SUBMISSION
                        || service == Service.MANAGESIEVE;
        String line = line(in);
        for (int i = 0; several && !isLast(service, line) && i < MOST_LINES; i++) {
            line = line(in);
        }
    }

    private static List<String> answer(BufferedReader in, Service service) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String line = line(in);
            lines.add(line);
            if (isLast(service, line)) {
                return lines;
            }
        }
        throw new IOException("an answer without an end");
    }

    private static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the connection was closed");
        }
        return line;
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
