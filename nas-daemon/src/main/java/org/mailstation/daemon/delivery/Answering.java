package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.sieve.Answer;

/**
 * Answers letters in the name of somebody who is away (RFC 5230): people only, each once within
 * some days, and never anybody who did not write to this person.
 */
final class Answering {
    private static final Duration LONGEST_MEMORY = Duration.ofDays(31);
    private static final int MOST_REMEMBERED = 20_000;

    /** RFC 3834 2, RFC 5230 4.6. */
    private static final Pattern NO_PERSON =
            Pattern.compile(
                    "owner-.*|.*-(request|owner|bounces?)|mailer-daemon|listserv|majordomo"
                            + "|no-?reply.*|postmaster|bounces?([+=-].*)?");

    private final Supplier<AddressBook> book;
    private final Supplier<String> hostName;
    private final Outbox outbox;
    private final Signing signing;
    private final LetterIds ids;
    private final ConcurrentMap<String, Long> answered;
    private final Runnable keep;
    private final Clock clock;

    /**
     * @param answered when somebody was answered last, in milliseconds; survives restarts
     * @param keep makes that durable
     */
    Answering(
            Supplier<AddressBook> book,
            Supplier<String> hostName,
            Outbox outbox,
            Signing signing,
            LetterIds ids,
            ConcurrentMap<String, Long> answered,
            Runnable keep,
            Clock clock) {
        this.book = book;
        this.hostName = hostName;
        this.outbox = outbox;
        this.signing = signing;
        this.ids = ids;
        this.answered = answered;
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * Answers if it is due.
     *
     * @return whether it was
     */
    boolean answer(String account, Answer answer, Envelope envelope, Header header)
            throws IOException {
        Address sender = envelope.sender();
        if (sender == null
                || !isPerson(sender)
                || !wantsAnswers(header)
                || mayBeForged(header)
                || book.get().mayWriteAs(account, sender)
                || !isAddressed(account, answer, header)
                || !isDue(account, answer, sender)) {
            return false;
        }
        Letter letter = letter(account, answer, sender, header);
        // RFC 5230 5.1: the empty sender, so that nobody answers the answer
        Envelope back = new Envelope(null, List.of(sender));
        outbox.put(
                new Outbox.Entry(back, signing.signed(letter), clock.instant(), 0), Duration.ZERO);
        return true;
    }

    private static boolean isPerson(Address sender) {
        return !NO_PERSON.matcher(sender.local()).matches();
    }

    /** RFC 3834 2, RFC 5230 4.6. */
    private static boolean wantsAnswers(Header header) {
        boolean list =
                header.fields().stream()
                        .anyMatch(
                                field ->
                                        Header.isNamed(field, "List-Id")
                                                || Header.isNamed(field, "List-Post")
                                                || Header.isNamed(field, "List-Help")
                                                || Header.isNamed(field, "List-Subscribe")
                                                || Header.isNamed(field, "List-Unsubscribe")
                                                || Header.isNamed(field, "Mailing-List"));
        boolean automatic =
                header.all("Auto-Submitted").stream()
                        .anyMatch(text -> !text.toLowerCase(Locale.ROOT).startsWith("no"));
        boolean bulk =
                header.all("Precedence").stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).matches("bulk|list|junk"));
        return !list && !automatic && !bulk && header.count("X-Auto-Response-Suppress") == 0;
    }

    /** By what we wrote above it ourselves; the person whose name was forged wants no answer. */
    private static boolean mayBeForged(Header header) {
        String seen = String.join(" ", header.all("Authentication-Results"));
        boolean doubtful = seen.contains("spf=fail") || seen.contains("spf=softfail");
        return seen.contains("dmarc=fail")
                || (doubtful && !seen.contains("dkim=pass") && !seen.contains("dmarc=pass"));
    }

    /** RFC 5230 4.5. */
    private boolean isAddressed(String account, Answer answer, Header header) {
        List<String> more =
                answer.addresses().stream().map(a -> a.toLowerCase(Locale.ROOT)).toList();
        return List.of("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc").stream()
                .flatMap(name -> header.all(name).stream())
                .flatMap(content -> FromField.addresses(content).stream())
                .anyMatch(
                        address ->
                                book.get().mayWriteAs(account, address)
                                        || more.contains(address.toString()));
    }

    /** Remembers it, too: before the answer, since a doubled one is worse than none. */
    private synchronized boolean isDue(String account, Answer answer, Address sender) {
        String key = account + "\n" + answer.key() + "\n" + sender;
        Instant now = clock.instant();
        Long last = answered.get(key);
        if (last != null
                && now.isBefore(Instant.ofEpochMilli(last).plus(Duration.ofDays(answer.days())))) {
            return false;
        }
        if (answered.size() >= MOST_REMEMBERED) {
            long oldest = now.minus(LONGEST_MEMORY).toEpochMilli();
            answered.values().removeIf(time -> time < oldest);
            if (answered.size() >= MOST_REMEMBERED) {
                return false;
            }
        }
        answered.put(key, now.toEpochMilli());
        keep.run();
        return true;
    }

    private Letter letter(String account, Answer answer, Address sender, Header header) {
        Map<String, String> more = new LinkedHashMap<>();
        header.first("Message-ID")
                .filter(id -> id.matches("<[\\x21-\\x7e]{1,900}>"))
                .ifPresent(
                        id -> {
                            more.put("In-Reply-To", id);
                            more.put("References", id);
                        });
        more.put("Auto-Submitted", "auto-replied");
        String from =
                Address.parse(answer.from())
                        .filter(address -> book.get().mayWriteAs(account, address))
                        .map(Address::toString)
                        .orElse(account);
        String subject =
                answer.subject().isEmpty()
                        ? "Auto: " + new SubjectLine(header).words()
                        : answer.subject().replaceAll("\\p{C}", " ");
        String id = ids.next() + "@" + hostName.get();
        String author = "<" + from + ">";
        return answer.mime()
                ? PlainLetter.ofPart(
                        author,
                        sender.toString(),
                        subject,
                        id,
                        clock.instant(),
                        more,
                        answer.text())
                : PlainLetter.of(
                        author,
                        sender.toString(),
                        subject,
                        id,
                        clock.instant(),
                        more,
                        answer.text());
    }
}
