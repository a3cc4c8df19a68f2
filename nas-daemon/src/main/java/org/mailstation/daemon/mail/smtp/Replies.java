package org.mailstation.daemon.mail.smtp;

import org.apache.james.protocols.smtp.SMTPResponse;

/** Makes replies (RFC 5321 4.2). */
final class Replies {
    private Replies() {}

    /**
     * @param line code, blank, text
     */
    static SMTPResponse reply(String line) {
        return new SMTPResponse(line.substring(0, 3), line.substring(4));
    }

    /** The last reply on this connection. */
    static SMTPResponse goodbye(String line) {
        SMTPResponse response = reply(line);
        response.setEndSession(true);
        return response;
    }
}
