package org.mailstation.daemon.mail.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.ProtocolTransport;
import org.apache.james.protocols.smtp.SMTPConfiguration;
import org.apache.james.protocols.smtp.SMTPSessionImpl;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Envelope;
import org.mailstation.daemon.delivery.Origin;
import org.mailstation.daemon.delivery.Wish;
import org.mailstation.daemon.delivery.Wishes;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.guard.Place;
import org.mailstation.daemon.mail.net.StationTransport;

/** One client of an SMTP listener and its present transaction (RFC 5321 3.3). */
final class SmtpSession extends SMTPSessionImpl {
    private @Nullable String hello;
    private boolean extended;
    private @Nullable String account;
    private @Nullable Optional<Address> sender;
    private Wishes wishes = Wishes.NONE;
    private final Map<Address, Wish> recipients = new LinkedHashMap<>();
    private int mistakes;
    private int unknown;
    private long announced;
    private @Nullable LetterReader reader;

    SmtpSession(ProtocolTransport transport, SMTPConfiguration configuration) {
        super(transport, configuration);
    }

    /**
     * @param extended EHLO rather than HELO
     */
    void greeted(String name, boolean extended) {
        forgetTransaction();
        this.hello = name;
        this.extended = extended;
    }

    boolean isGreeted() {
        return hello != null;
    }

    /** After STARTTLS nothing counts that was said in clear (RFC 3207 4.2). */
    void forgetGreeting() {
        forgetTransaction();
        hello = null;
    }

    void signedIn(String address) {
        account = address;
        setUsername(Username.of(address));
    }

    @Nullable String account() {
        return account;
    }

    /**
     * @param from empty for the null sender
     * @param wanted of reports, for the whole letter
     */
    void begin(Optional<Address> from, Wishes wanted) {
        sender = from;
        wishes = wanted;
    }

    /**
     * @param octets how large the letter will be (RFC 1870), 0 if the client does not say
     */
    void announce(long octets) {
        announced = octets;
    }

    /** At least one. */
    long announced() {
        return Math.max(1, announced);
    }

    boolean inTransaction() {
        return sender != null;
    }

    void add(Address recipient, Wish wish) {
        recipients.merge(recipient, wish, Wish::and);
    }

    int recipientCount() {
        return recipients.size();
    }

    Envelope envelope() {
        return new Envelope(
                sender == null ? null : sender.orElse(null),
                List.copyOf(recipients.keySet()),
                new Wishes(wishes.returned(), wishes.envelopeId(), recipients));
    }

    void forgetTransaction() {
        sender = null;
        wishes = Wishes.NONE;
        recipients.clear();
    }

    /** Counts a command that no honest client sends. */
    int mistake() {
        return ++mistakes;
    }

    /** Counts a recipient whom nobody here knows. */
    int unknownRecipient() {
        return ++unknown;
    }

    /** Where the client comes from. */
    Place place(Guard guard) {
        return guard.place(getRemoteAddress().getAddress());
    }

    /**
     * @param letter that is coming in now, or {@code null}
     */
    void reading(@Nullable LetterReader letter) {
        reader = letter;
        if (getProtocolTransport() instanceof StationTransport transport) {
            if (letter == null) {
                transport.letterEnds();
            } else {
                transport.letterBegins();
            }
        }
    }

    /** The client has gone. */
    void abandon() {
        LetterReader letter = reader;
        if (letter != null) {
            letter.close();
        }
    }

    String clientAddress() {
        return getRemoteAddress().getAddress().getHostAddress();
    }

    Origin origin() {
        String protocol =
                extended
                        ? "ESMTP" + (isTLSStarted() ? "S" : "") + (account == null ? "" : "A")
                        : "SMTP";
        return new Origin(hello == null ? "unknown" : hello, clientAddress(), protocol, account);
    }

    @Override
    public void resetState() {
        super.resetState();
        forgetTransaction();
    }
}
