package org.mailstation.daemon.delivery;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the answers of other mail servers mean. The numbers are those of RFC 3463 and RFC 7372 and
 * of the large providers' own lists; where two lines fit, the first counts.
 */
public enum Playbook {
    /** RFC 3463 X.1.1, X.1.2, X.1.10: nobody there has this address. Not our fault. */
    NOBODY("[45]\\.1\\.(1|2|3|10)\\b|user unknown|no such (user|mail domain)|does not exist"),
    /** RFC 3463 X.2.1, X.2.2 */
    MAILBOX_FULL("[45]\\.2\\.[12]\\b|mailbox (is )?full|over ?quota"),
    /** our own words: the check of the relay says more */
    OUR_RELAY("The relay refuses our login|password of the relay is missing"),
    /** our own words: nobody was reached */
    NOT_REACHED("^451 4\\.4\\.[13]\\b"),
    /** our own words: a server breaks what its own domain demands (RFC 7672, RFC 8461) */
    NOT_SECURE("^451 4\\.7\\.5 Not secure"),
    /** RFC 7372 3.3; Gmail's 550-5.7.25 */
    REVERSE_NAME(
            "[45]\\.7\\.25\\b|PTR record|reverse (DNS|hostname|name)|rDNS|cannot find your hostname"),
    /** RFC 7372 3.1 and 3.2; Gmail's 5.7.26, 4.7.27, 4.7.30; Outlook's 5.7.515 */
    NOT_PROVEN(
            "[45]\\.7\\.(20|21|22|23|24|26|27|29|30|32|515)\\b|unauthenticated|DMARC policy"
                    + "|SPF.{0,20}(fail|check)|DKIM.{0,20}fail"),
    /** Spamhaus PBL, Outlook's DY-001 and -002: addresses of homes may not send */
    HOME_LINE(
            "\\bPBL\\b|query/ip|\\bDY-00[12]\\b|dynamic(ally)? (IP|address|assigned)|residential"
                    + "|dial-?up|generic (PTR|rDNS|hostname)"
                    // Gmail, in lines of a reply: [192.0.2.1] The IP you're using to send mail is
                    // not
                    // authorized to send email directly to our servers
                    + "|IP (address )?you.{0,4}re using to send|authorized to send email directly"),
    /** Outlook's block of a provider's network */
    NETWORK("S3140|S3150|part of their network is on our block list"),
    /** Gmail's 421-4.7.0: nobody knows our address, or nothing good of it */
    REPUTATION("reputation of the (sending )?(IP|domain and IP)|(poor|low|bad) (IP )?reputation"),
    /** The name of a domain is on a list (Spamhaus DBL, SURBL, URIBL) */
    DOMAIN_LISTED("\\bDBL\\b|dbl\\.spamhaus|\\bSURBL\\b|\\bURIBL\\b"),
    LISTED(
            "\\b(XBL|CBL|SBL|CSS)\\b|spamhaus|spamcop|barracuda|block ?list|blacklist|S3800"
                    + "|S\\d{4}.*blocked"),
    /** Gmail's 4.7.28, Outlook's RP-001 to -003 */
    TOO_FAST(
            "[45]\\.7\\.28\\b|\\bRP-00[123]\\b|rate limit|unusual rate|too many (messages|connections)"),
    /** RFC 6647: the first try is always put off */
    GREYLISTING("gr[ea]y-?list|^45[01] .*(try again|later|deferred|postgrey)"),
    SPAM("[45]\\.7\\.1\\b.*(spam|unsolicited|reputation|content)|likely (spam|unsolicited)"),
    /** refused for good, for a reason that is not in this list */
    OTHER("^5"),
    /** refused for now */
    LATER("");

    private final Pattern words;

    Playbook(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param reply with its code in front
     */
    public static Playbook of(String reply) {
        return List.of(values()).stream()
                .filter(one -> one.words.matcher(reply).find())
                .findFirst()
                .orElse(LATER);
    }

    /**
     * Whether the same letter would be taken if it came from another address, such as that of a
     * relay. What is said of the recipient, of the content or of the sender's domain is the same
     * everywhere.
     */
    public boolean isCuredByRelay() {
        return switch (this) {
            case REVERSE_NAME, HOME_LINE, NETWORK, REPUTATION, LISTED -> true;
            case NOBODY,
                    MAILBOX_FULL,
                    OUR_RELAY,
                    NOT_REACHED,
                    NOT_SECURE,
                    NOT_PROVEN,
                    DOMAIN_LISTED ->
                    false;
            case TOO_FAST, GREYLISTING, SPAM, OTHER, LATER -> false;
        };
    }
}
