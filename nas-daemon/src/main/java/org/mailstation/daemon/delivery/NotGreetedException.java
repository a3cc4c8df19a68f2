package org.mailstation.daemon.delivery;

import java.io.IOException;

/** A server wants nothing of us before anything was said; its neighbour may (RFC 5321 5.1). */
final class NotGreetedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient SmtpReply reply;

    NotGreetedException(SmtpReply reply) {
        super(reply.toString());
        this.reply = reply;
    }

    SmtpReply reply() {
        return reply;
    }
}
