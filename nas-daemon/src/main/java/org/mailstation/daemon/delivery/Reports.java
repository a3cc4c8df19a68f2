package org.mailstation.daemon.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailstation.daemon.accounts.Address;

/** Tells senders what became of their letters, as far as they want to know (RFC 3461). */
public final class Reports {
    private final Supplier<String> hostName;
    private final Supplier<Locale> language;
    private final LetterIds ids;
    private final Signing signing;
    private final Clock clock;

    /**
     * @param language of the person who reads a report
     */
    public Reports(
            Supplier<String> hostName,
            Supplier<Locale> language,
            LetterIds ids,
            Signing signing,
            Clock clock) {
        this.hostName = hostName;
        this.language = language;
        this.ids = ids;
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * Empty if nobody wants to know. A report itself is never reported on (RFC 5321 4.5.5).
     *
     * @param about the letter, with all that its sender wishes for the recipients of the outcomes
     * @param header of the letter
     */
    Optional<Outbox.Entry> of(
            ReportKind kind,
            Outbox.Entry about,
            Header header,
            Map<Address, ? extends Outcome> outcomes) {
        Address sender = about.envelope().sender();
        Map<Address, Outcome> wanted = new LinkedHashMap<>(outcomes);
        wanted.keySet().removeIf(to -> !about.envelope().wishes().of(to).wants(kind.notice()));
        if (sender == null || wanted.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Letter report =
                new ReportLetter(
                                kind,
                                about,
                                header,
                                wanted,
                                hostName.get(),
                                ids.next(),
                                now,
                                language.get())
                        .to(sender);
        Envelope back = new Envelope(null, List.of(sender));
        return Optional.of(new Outbox.Entry(back, signing.signed(report), now, 0));
    }
}
