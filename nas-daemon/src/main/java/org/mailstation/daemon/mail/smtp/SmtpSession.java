package org.mailstation.daemon.mail.smtp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    private boolean international;
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
     * @param beyondAscii whether addresses and the letter's header may have other letters
     */
    void begin(Optional<Address> from, Wishes wanted, boolean beyondAscii) {
        sender = from;
        wishes = wanted;
        international = beyondAscii;
    }

    /** Whether this transaction may have addresses beyond ASCII (RFC 6531). */
    boolean isInternational() {
        return international;
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
        international = false;
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
        return new Origin(hello == null ? "unknown" : hello, clientAddress(), protocol(), account);
    }

    /** RFC 3848; RFC 6531 4.3. */
    private String protocol() {
        String kind = international ? Origin.INTERNATIONAL : "ESMTP";
        return extended || international
                ? kind + (isTLSStarted() ? "S" : "") + (account == null ? "" : "A")
                : "SMTP";
    }

    /** Only lines with addresses have anything beyond ASCII. */
    @Override
    public Charset getCharset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public void resetState() {
        super.resetState();
        forgetTransaction();
    }
}
