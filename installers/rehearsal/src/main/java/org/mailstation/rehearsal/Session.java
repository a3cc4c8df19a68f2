package org.mailstation.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What the mail programs of a family do in a day, on all seven ports: letters come and go, are
 * listed, read, marked, moved, searched and removed.
 */
final class Session {
    private static final int ROUNDS = 4;
    private static final int LETTERS_A_ROUND = 8;

    private static final String FRIEND = "friend@friend.example";

    private final Station.Ports ports;
    private final String user;
    private final String password;

    /**
     * @param user an account of the daemon, which also gets the letters
     */
    Session(Station.Ports ports, String user, String password) {
        this.ports = ports;
        this.user = user;
        this.password = password;
    }

    /** All of it; fails at the first answer that is not as expected. */
    void run() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            incoming();
            imap("imap", false);
            imap("imaps", true);
            pop3("pop3", false);
            pop3("pop3s", true);
        }
        submission("submission", false);
        submission("submissions", true);
        for (int round = 0; round < ROUNDS; round++) {
            reading();
        }
        idle();
    }

    private void incoming() throws IOException {
        try (Talk smtp = Talk.open(ports.port("smtp"), false)) {
            smtp.hear("220 ");
            smtp.say("EHLO friend.example", "250 ");
            smtp.say("STARTTLS", "220 ");
            smtp.encrypt();
            smtp.say("EHLO friend.example", "250 ");
            for (int i = 0; i < LETTERS_A_ROUND; i++) {
                send(smtp, FRIEND);
            }
            smtp.say("MAIL FROM:<friend@friend.example>", "250 ");
            smtp.say("RCPT TO:<nobody@elsewhere.example>", "55");
            smtp.say("QUIT", "221 ");
        }
        try (Talk smtp = Talk.open(ports.port("smtp"), false)) {
            smtp.hear("220 ");
            smtp.say("EHLO friend.example", "250 ");
            send(smtp, FRIEND);
            smtp.say("QUIT", "221 ");
        }
    }

    private void send(Talk smtp, String sender) throws IOException {
        smtp.say("MAIL FROM:<" + sender + ">", "250 ");
        smtp.say("RCPT TO:<" + user + ">", "250 ");
        smtp.say("DATA", "354 ");
        smtp.say(letter(sender, user) + "\r\n.", "250 ");
    }

    private void submission(String service, boolean tls) throws IOException {
        try (Talk smtp = Talk.open(ports.port(service), tls)) {
            smtp.hear("220 ");
            smtp.say("EHLO tablet.example", "250 ");
            if (!tls) {
                smtp.say("STARTTLS", "220 ");
                smtp.encrypt();
                smtp.say("EHLO tablet.example", "250 ");
            }
            smtp.say("AUTH PLAIN " + base64("\0" + user + "\0" + password), "235 ");
            send(smtp, user);
            smtp.say("QUIT", "221 ");
        }
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private Talk signedIn(String service, boolean tls) throws IOException {
        Talk imap = Talk.open(ports.port(service), tls);
        imap.hear("* OK");
        if (!tls) {
            imap.say("t1 CAPABILITY", "t1 OK");
            imap.say("t2 STARTTLS", "t2 OK");
            imap.encrypt();
        }
        imap.say("t3 LOGIN " + user + " \"" + password + "\"", "t3 OK");
        return imap;
    }

    private void imap(String service, boolean tls) throws IOException {
        try (Talk imap = signedIn(service, tls)) {
            imap.say("t4 CAPABILITY", "t4 OK");
            imap.say("t5 LIST \"\" *", "t5 OK");
            imap.say("t6 LSUB \"\" *", "t6 OK");
            imap.say("t7 STATUS INBOX (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)", "t7 OK");
            imap.say("t8 SELECT INBOX", "t8 OK");
            imap.say("t9 CREATE Holidays", "t9 ");
            String letter = letter(FRIEND, user);
            int octets = letter.getBytes(StandardCharsets.UTF_8).length;
            for (int i = 0; i < LETTERS_A_ROUND; i++) {
                imap.say("t10 APPEND Holidays (\\Seen) {" + octets + "}", "+");
                imap.say(letter, "t10 OK");
            }
            imap.say("t11 UID FETCH 1:* (FLAGS RFC822.SIZE INTERNALDATE)", "t11 OK");
            imap.say("t12 FETCH 1:* (UID ENVELOPE BODYSTRUCTURE)", "t12 OK");
            imap.say(
                    "t13 FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (FROM TO SUBJECT DATE)])",
                    "t13 OK");
            imap.say("t14 FETCH 1 (BODY[])", "t14 OK");
            imap.say("t15 FETCH 1:3 (BODY.PEEK[1] BODY.PEEK[2.MIME] BODY.PEEK[TEXT])", "t15 OK");
            imap.say("t16 STORE 1:2 +FLAGS (\\Flagged $Important)", "t16 OK");
            imap.say("t17 UID SEARCH UNSEEN", "t17 OK");
            imap.say("t18 SEARCH SUBJECT holidays SINCE 1-Jan-2020", "t18 OK");
            imap.say("t19 COPY 1 Holidays", "t19 OK");
            imap.say("t21 STORE 1 +FLAGS.SILENT (\\Deleted)", "t21 OK");
            imap.say("t22 EXPUNGE", "t22 OK");
            imap.say("t23 NOOP", "t23 OK");
            imap.say("t24 LOGOUT", "t24 OK");
        }
    }

    /** A full mailbox, read by somebody with much time: what is done often, Java learns best. */
    private void reading() throws IOException {
        try (Talk imap = signedIn("imaps", true)) {
            imap.say("t1 SELECT Holidays", "t1 OK");
            for (String items : List.of("FLAGS", "ENVELOPE", "BODYSTRUCTURE", "BODY.PEEK[]")) {
                imap.say("t2 UID FETCH 1:* (" + items + ")", "t2 OK");
            }
            for (int i = 1; i <= LETTERS_A_ROUND; i++) {
                imap.say("t3 FETCH " + i + " (BODY.PEEK[])", "t3 OK");
            }
            imap.say("t4 SEARCH TEXT harbour", "t4 OK");
            imap.say("t5 LOGOUT", "t5 OK");
        }
    }

    private void idle() throws IOException {
        try (Talk imap = signedIn("imaps", true)) {
            imap.say("t1 SELECT INBOX", "t1 OK");
            imap.say("t2 IDLE", "+");
            incoming();
            imap.hear("* ");
            imap.say("DONE", "t2 OK");
            imap.say("t3 LOGOUT", "t3 OK");
        }
    }

    private void pop3(String service, boolean tls) throws IOException {
        try (Talk pop3 = Talk.open(ports.port(service), tls)) {
            pop3.hear("+OK");
            pop3.say("CAPA", ".");
            if (!tls) {
                pop3.say("STLS", "+OK");
                pop3.encrypt();
            }
            pop3.say("USER " + user, "+OK");
            pop3.say("PASS " + password, "+OK");
            pop3.say("STAT", "+OK");
            pop3.say("LIST", ".");
            pop3.say("UIDL", ".");
            for (int i = 1; i <= LETTERS_A_ROUND / 2; i++) {
                retrieve(pop3, i);
            }
            pop3.say("TOP 1 5", "+OK");
            end(pop3);
            pop3.say("DELE 1", "+OK");
            pop3.say("QUIT", "+OK");
        }
    }

    private static void retrieve(Talk pop3, int number) throws IOException {
        pop3.say("RETR " + number, "+OK");
        end(pop3);
    }

    /** A dot alone: lines of the letter that begin with one have two. */
    private static void end(Talk pop3) throws IOException {
        while (!pop3.hear(".").getLast().equals(".")) {
            // a line of the letter
        }
    }

    private static String letter(String from, String to) {
        String words = "We sat at the harbour of Niagara and ate the last of the bread.\r\n";
        String picture =
                Base64.getMimeEncoder()
                        .encodeToString(words.repeat(40).getBytes(StandardCharsets.UTF_8));
        return """
               From: "A Friend" <%s>\r
               To: <%s>\r
               Subject: =?UTF-8?Q?The_holidays_in_M=C3=BCnchen?=\r
               Date: Mon, 23 Nov 2026 12:00:00 +0000\r
               Message-ID: <holidays@friend.example>\r
               MIME-Version: 1.0\r
               Content-Type: multipart/mixed; boundary="=_next"\r
               \r
               --=_next\r
               Content-Type: text/plain; charset=UTF-8\r
               \r
               %s\r
               --=_next\r
               Content-Type: image/jpeg; name="harbour.jpg"\r
               Content-Disposition: attachment; filename="harbour.jpg"\r
               Content-Transfer-Encoding: base64\r
               \r
               %s\r
               --=_next--"""
                .formatted(from, to, words.repeat(30), picture);
    }
}
