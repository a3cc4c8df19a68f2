package org.mailstation.daemon.apply;

import java.io.IOException;
import org.mailstation.config.Service;

/** How a protocol greets and how it changes to TLS. */
enum Greeting {
    /** RFC 5321 4.3.1, RFC 3207 */
    SMTP("220 ", "STARTTLS", "220") {
        @Override
        void beforeTls(Conversation conversation) throws IOException {
            conversation.send("EHLO localhost");
            String line = conversation.readLine();
            while (line.startsWith("250-")) {
                line = conversation.readLine();
            }
            expect(line, "250");
        }
    },
    /** RFC 9051 6.2.1, 7.1.1 */
    IMAP("* OK", "s1 STARTTLS", "s1 OK"),
    /** RFC 1939 4, RFC 2595 4 */
    POP3("+OK", "STLS", "+OK");

    private final String banner;
    private final String command;
    private final String consent;

    Greeting(String banner, String command, String consent) {
        this.banner = banner;
        this.command = command;
        this.consent = consent;
    }

    static Greeting of(Service service) {
        return switch (service) {
            case SMTP, SUBMISSION, SUBMISSIONS -> SMTP;
            case IMAP, IMAPS -> IMAP;
            case POP3, POP3S -> POP3;
        };
    }

    void expectBanner(Conversation conversation) throws IOException {
        expect(conversation.readLine(), banner);
    }

    /** After this, the TLS handshake is due. */
    void startTls(Conversation conversation) throws IOException {
        beforeTls(conversation);
        conversation.send(command);
        expect(conversation.readLine(), consent);
    }

    @SuppressWarnings("unused") // only SMTP says something first
    void beforeTls(Conversation conversation) throws IOException {}

    static void expect(String line, String start) throws IOException {
        if (!line.startsWith(start)) {
            throw new IOException("'" + start + "' was due, '" + line + "' came");
        }
    }
}
