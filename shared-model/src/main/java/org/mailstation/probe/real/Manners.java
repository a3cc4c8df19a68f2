package org.mailstation.probe.real;

import java.util.List;
import org.mailstation.config.Service;

/**
 * How a protocol speaks as long as TLS is not there.
 *
 * @param greeting how its first line begins
 * @param first lines to say before asking for TLS
 * @param upgrade the line that asks for TLS
 * @param agreed how the answer begins if TLS comes now
 * @param greetingEnd how the last line of the greeting begins; empty: as of an answer
 * @param tag how the last line of an answer begins; empty: it has one line
 */
record Manners(
        List<String> greeting,
        String greetingEnd,
        List<String> first,
        String upgrade,
        String agreed,
        String tag) {
    /** RFC 5321 3.1 and RFC 3207 4 */
    private static final Manners SMTP =
            new Manners(List.of("220"), "", List.of("EHLO check.invalid"), "STARTTLS", "220", "");

    /** RFC 9051 6.2.1 and 7.1 */
    private static final Manners IMAP =
            new Manners(List.of("* OK", "* PREAUTH"), "", List.of(), "a STARTTLS", "a OK", "a ");

    /** RFC 1939 3 and RFC 2595 4 */
    private static final Manners POP3 =
            new Manners(List.of("+OK"), "", List.of(), "STLS", "+OK", "");

    /** RFC 5804 1.7 and 2.2 */
    private static final Manners SIEVE =
            new Manners(List.of("\"IMPLEMENTATION\""), "OK", List.of(), "STARTTLS", "OK", "");

    static Manners of(Service service) {
        return switch (service) {
            case SMTP, SUBMISSION, SUBMISSIONS -> SMTP;
            case IMAP, IMAPS -> IMAP;
            case POP3, POP3S -> POP3;
            case MANAGESIEVE -> SIEVE;
        };
    }
}
