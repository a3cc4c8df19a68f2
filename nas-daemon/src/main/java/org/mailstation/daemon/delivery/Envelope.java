package org.mailstation.daemon.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;

/**
 * From whom and to whom, apart from what the letter's own header says (RFC 5321 2.3.1).
 *
 * @param sender where a report of failure goes; {@code null} for a letter that must not cause one
 * @param wishes of the sender about such reports
 */
public record Envelope(@Nullable Address sender, List<Address> recipients, Wishes wishes) {
    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** One whose sender wishes nothing in particular. */
    public Envelope(@Nullable Address sender, List<Address> recipients) {
        this(sender, recipients, Wishes.NONE);
    }

    /** The same for some of the recipients. */
    public Envelope to(List<Address> some) {
        return new Envelope(sender, some, wishes.only(some));
    }

    /** The sender as SMTP and events write it: empty for the null sender. */
    public String senderText() {
        return sender == null ? "" : sender.toString();
    }
}
