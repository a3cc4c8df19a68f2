package org.mailstation.daemon.delivery;

import java.util.Locale;
import org.mailstation.text.Text;

/** What a report tells of (RFC 3464 2.3.3, where these are called actions). */
enum ReportKind {
    FAILED('5', Wish.Notice.FAILURE),
    DELAYED('4', Wish.Notice.DELAY),
    /** It lies in a mailbox here. */
    DELIVERED('2', Wish.Notice.SUCCESS),
    /** It is with somebody who will not tell what becomes of it. */
    RELAYED('2', Wish.Notice.SUCCESS),
    /** The address is that of several people, and the letter is on its way to them. */
    EXPANDED('2', Wish.Notice.SUCCESS);

    private final char status;
    private final Wish.Notice notice;

    ReportKind(char status, Wish.Notice notice) {
        this.status = status;
        this.notice = notice;
    }

    /** Digit that its codes begin with. */
    char status() {
        return status;
    }

    Wish.Notice notice() {
        return notice;
    }

    String action() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text subject() {
        return text("subject");
    }

    /** The first sentence. */
    Text first() {
        return text("first");
    }

    Text advice() {
        return text("advice");
    }

    private Text text(String part) {
        return Text.of("delivery-report." + action() + "." + part);
    }
}
