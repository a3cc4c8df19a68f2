package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.mailstation.daemon.sieve.ScriptException;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters in which the station tells the owner of an account what is wrong with it. */
public final class OwnerNotes {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerNotes.class);

    private final Mailboxes mailboxes;
    private final Supplier<String> hostName;
    private final Supplier<Locale> language;
    private final LetterIds ids;
    private final ConcurrentMap<String, String> told;
    private final Runnable keep;
    private final Clock clock;

    /**
     * @param language of those who read them
     * @param told what an account was told last, by account and subject; survives restarts
     * @param keep makes that durable
     */
    public OwnerNotes(
            Mailboxes mailboxes,
            Supplier<String> hostName,
            Supplier<Locale> language,
            LetterIds ids,
            ConcurrentMap<String, String> told,
            Runnable keep,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.hostName = hostName;
        this.language = language;
        this.ids = ids;
        this.told = told;
        this.keep = keep;
        this.clock = clock;
    }

    /** Once for each mistake. */
    void brokenRules(String account, String script, ScriptException broken) {
        String what = script + ": " + broken.sentence();
        if (what.equals(told.put("rules\n" + account, what))) {
            return;
        }
        keep.run();
        LOG.warn("the rules of {} cannot be followed: {}", account, what);
        write(
                account,
                Text.of("filter.broken.subject"),
                Text.of("filter.broken.text", script, broken.sentence(language.get())));
    }

    /** Writes a letter into INBOX; if it cannot be stored, that is only logged. */
    public void write(String account, Text subject, Text text) {
        String host = hostName.get();
        Letter letter =
                PlainLetter.of(
                        "Mail Station <MAILER-DAEMON@" + host + ">",
                        account,
                        subject.in(language.get()),
                        ids.next() + "@" + host,
                        clock.instant(),
                        Map.of("Auto-Submitted", "auto-generated"),
                        text.in(language.get()));
        try {
            mailboxes.deliver(account, new Place(Folder.INBOX.mailbox(), Set.of()), letter);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be told something", account, e);
        }
    }
}
