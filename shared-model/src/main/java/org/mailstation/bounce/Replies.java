package org.mailstation.bounce;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the answers of mail servers mean: the one table of it. The numbers are those of RFC 3463 and
 * RFC 7372 and of the large providers' own lists. Where two lines fit, the first counts: what is
 * said of the way comes before what is said of the recipient, as servers like to say both.
 */
public final class Replies {
    /** Nobody says anything of worth after so many characters. */
    static final int LONGEST = 4_000;

    private record Row(Cause cause, Pattern words) {}

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The next line of the same answer: {@code 550-5.1.1 … 550 5.1.1}, RFC 5321 4.2.1. */
    private static final Pattern NEXT_LINE =
            Pattern.compile("(?<=\\S )([45]\\d\\d)[- ](?:[45]\\.\\d{1,3}\\.\\d{1,3} )?(?=\\S)");

    private static final List<Row> TABLE =
            List.of(
                    // our own words
                    row(
                            Cause.OUR_RELAY,
                            "The relay refuses our login|password of the relay is missing"),
                    row(Cause.NOT_REACHED, "^451 4\\.4\\.[13]\\b"),
                    row(
                            Cause.NOT_SECURE,
                            "^451 4\\.7\\.5 Not secure|TLS is required, but|MTA-STS validation|"
                                    + code("7", "32[1-5]")),
                    row(
                            Cause.LOOP,
                            code("4", "(6|14)")
                                    + "|too many hops|hop count|exceeded \\d+ hops|mail loop"
                                    + "|loops back|is looping"),
                    row(
                            Cause.TOO_LARGE,
                            code("2", "3")
                                    + "|"
                                    + code("3", "4")
                                    + "|size limit|too large|too big|exceeds (the )?(max|size|fixed)"
                                    + "|exceeds .{0,30}size|zu groß"),
                    row(Cause.ENGLISH_ONLY, code("6", "(7|8|9|10)") + "|SMTPUTF8|\\bEAI\\b"),
                    row(
                            Cause.FORBIDDEN_CONTENT,
                            "virus.{0,40}(found|detected|infected)|contain.{0,30}(virus|malware)"
                                    + "|infected (file|message|mail)|potential security issue"
                                    + "|attachment.{0,60}(not allowed|blocked|banned|forbidden"
                                    + "|prohibited|restricted|not accepted)"
                                    + "|(banned|forbidden|blocked) (file|attachment)"
                                    + "|due to security polic"),
                    row(
                            Cause.REVERSE_NAME,
                            code("7", "25")
                                    + "|PTR (resource )?record|reverse (DNS|hostname|name)|rDNS"
                                    + "|cannot find your (reverse )?hostname"),
                    row(
                            Cause.HELLO_NAME,
                            "\\b(HELO|EHLO)\\b.{0,60}(reject|invalid|not found|refused|fully"
                                    + "|does not|bogus)|(invalid|bad|bogus) (HELO|EHLO)"),
                    row(
                            Cause.NOT_PROVEN,
                            // RFC 7372 3.1 and 3.2; Gmail's, Outlook's and Yahoo's
                            code("7", "(20|21|22|23|24|26|27|29|30|32|509|515)")
                                    + "|unauthenticated|DMARC (policy|verification)|DMARC.{0,20}fail"
                                    + "|fail.{0,20}DMARC|SPF.{0,20}(fail|check|not permitted)"
                                    + "|DKIM.{0,20}fail|5\\.7\\.9 .{0,60}policy reasons"),
                    row(
                            Cause.SENDER_ADDRESS,
                            code("1", "[78]")
                                    + "|(sender|from|return).{0,40}(domain|address|verif).{0,60}"
                                    + "(not found|not exist|not resolve|undeliverable|fail"
                                    + "|could not be verified|not owned|invalid)"
                                    + "|domain of sender"),
                    // "address of homes may not send": Spamhaus PBL, Outlook's DY-001 and -002
                    row(
                            Cause.HOME_LINE,
                            "\\bPBL\\b|query/ip|\\bDY-00[12]\\b"
                                    + "|dynamic(ally)? (IP|address|assigned)|residential|dial-?up"
                                    + "|generic (PTR|rDNS|hostname)"
                                    // Gmail: The IP you're using to send mail is not authorized to
                                    // send email directly to our servers
                                    + "|IP (address )?you.{0,4}re using to send"
                                    + "|authorized to send email directly"),
                    row(Cause.NETWORK, "S3140|S3150|part of their network is on our block list"),
                    row(
                            Cause.REPUTATION,
                            "reputation of the (sending )?(IP|domain and IP)|bad reputation"
                                    + "|(poor|low|bad) (IP )?reputation|\\[TSS\\d\\d]"
                                    + "|traffic not accepted from this IP"),
                    row(Cause.DOMAIN_LISTED, "\\bDBL\\b|dbl\\.spamhaus|\\bSURBL\\b|\\bURIBL\\b"),
                    row(
                            Cause.LISTED,
                            "\\b(XBL|CBL|SBL|CSS)\\b|spamhaus|spamcop|barracuda"
                                    + "|(?<!on your )block ?list|black ?list|S3800|S\\d{4}.*blocked"
                                    + "|ipcheck\\.proofpoint|banned sending IP|tosa@rx"
                                    + "|blocked using |listed (in|at|by) [\\w.-]+\\.\\w+"),
                    row(
                            Cause.TOO_FAST,
                            code("7", "28")
                                    + "|"
                                    + code("7", "650")
                                    + "|\\bRP-00[123]\\b|rate limit|unusual rate"
                                    + "|too many (messages|connections|recipients|mails)"
                                    + "|receiving mail (at a rate|too quickly)"
                                    + "|sending (quota|limit)|throttl"),
                    row(
                            Cause.GREYLISTING,
                            "gr[ea]y-?list|postgrey|verification in progress"
                                    + "|^45[01] .*(come back|try again) in .{0,20}(minute|second)"),
                    row(
                            Cause.BLOCKED,
                            code("7", "(124|129|133|134|193|194)")
                                    + "|blocked by (the )?(recipient|user|admin)|sender is blocked"
                                    + "|Blocked Senders|envelope blocked|:blocked\\)"
                                    + "|rejected by (the )?(recipient|user)|on your block ?list"
                                    + "|not (authorized|allowed|permitted) to send (mail |messages? )?to"
                                    + "|NotAuthenticatedForGroup|Sender address rejected: Access"
                                    + "|not accept(ing)? (mail|messages) from (you|this sender)"),
                    row(
                            Cause.TLS_REQUIRED,
                            code("7", "10")
                                    + "|must issue a? ?STARTTLS|(TLS|encryption) (is )?(required|needed)"
                                    + "|requires? (TLS|encryption|STARTTLS)|STARTTLS.{0,10}required"),
                    row(
                            Cause.RELAY_DENIED,
                            code("7", "(54|64)")
                                    + "|relay(ing)? (access )?(denied|not (permitted|allowed)|prohibited)"
                                    + "|unable to relay|not permitted to relay|rcpthosts"
                                    + "|(do|does) not relay"),
                    row(
                            Cause.LOGIN_MISSING,
                            code("7", "57")
                                    + "|auth(entication|orization)? (is )?(required|needed|first)"
                                    + "|must (be )?authenticate|log ?in (is )?required"
                                    + "|not authenticated"),
                    row(
                            Cause.DNS_BROKEN,
                            "domain name not found.{0,120}try again|SERVFAIL"
                                    + "|name service error.{0,80}try again|DNS query failed"
                                    + "|DNS (lookup|server).{0,30}(fail|error|time)"
                                    + "|name ?servers? .{0,40}(fail|time|refus|not answer)"
                                    + "|MX records? .{0,30}(non-?existent|invalid|loopback)|"
                                    + code("4", "(3|312)")),
                    row(
                            Cause.NO_DOMAIN,
                            code("1", "2")
                                    + "|null ?MX|no such (mail )?domain|"
                                    + code("4", "310")
                                    + "|domain.{0,80}(not|n.t) (exist|accept (e-?)?mail)"
                                    + "|(host|domain)( or domain)?( name)? not found"
                                    + "|find any host named|NXDOMAIN|unknown (host|domain)"),
                    row(
                            Cause.MAILBOX_FULL,
                            code("2", "2")
                                    + "|mailbox.{0,40}full|full mailbox|over.{0,12}quota"
                                    + "|quota (is )?(exceeded|full)|exceed.{0,30}quota"
                                    + "|out of storage|Postfach.{0,40}voll|inbox is full"),
                    row(
                            Cause.MAILBOX_CLOSED,
                            code("2", "1")
                                    + "|(account|mailbox|user).{0,60}(disabled|inactive|suspended"
                                    + "|deactivated|closed|gesperrt|deaktiviert)"),
                    row(
                            Cause.NOBODY,
                            code("1", "(1|3|6|10)")
                                    + "|user unknown|unknown (user|recipient|address|mailbox|local)"
                                    + "|no such (user|recipient|mailbox|address|person|account)"
                                    + "|no mailbox here|not listed in|unrouteable address"
                                    + "|n.t have an? .{1,60}account|invalid (recipient|mailbox)"
                                    + "|^55\\d.{0,80}mailbox (is )?unavailable|RecipientNotFound"
                                    + "|Recipient address rejected: (Access|User|Address|unverified)"
                                    + "|(user|address|account|mailbox|recipient|Empfänger"
                                    + "|Postfach|Adresse).{0,80}(not exist|n.t exist|existiert nicht"
                                    + "|not found|unknown|unbekannt|n.t be found|nicht gefunden)"
                                    + "|does not exist"),
                    row(
                            Cause.SPAM,
                            "[45]\\.7\\.1\\b.*(spam|unsolicited|reputation|content)"
                                    + "|likely (spam|unsolicited)|spam (message|mail|content|detected)"
                                    + "|(looks like|considered|classified as|identified as) (spam|junk)"
                                    + "|no spam|spam score|probability of spam|\\[CS01]"
                                    + "|(message )?content (rejected|denied|not accepted)"),
                    row(
                            Cause.EXPIRED,
                            code("4", "(7|300)")
                                    + "|(retry|delivery) time(out)?.{0,20}(exceeded|expired)"
                                    + "|queue too long|message expired"),
                    row(
                            Cause.NOT_REACHED,
                            code("4", "(1|2|316|317)")
                                    + "|connection (timed out|refused|reset|dropped)|no route to host"
                                    + "|network is unreachable|lost connection|timed out while"
                                    + "|(able|unable|not) (to )?(connect|establish)|cannot connect"),
                    row(Cause.OTHER, "^5"),
                    row(Cause.LATER, "^4"));

    private Replies() {}

    /**
     * What an answer means.
     *
     * @param reply with its code in front, if it has one; more lines than one are allowed
     */
    public static Cause of(String reply) {
        String line = oneLine(reply);
        return TABLE.stream()
                .filter(row -> row.words().matcher(line).find())
                .findFirst()
                .map(Row::cause)
                .orElse(Cause.UNKNOWN);
    }

    /** The same answer as one line, its code once, and no longer than is of use. */
    static String oneLine(String reply) {
        String start = reply.substring(0, Math.min(reply.length(), LONGEST));
        String line = SPACE.matcher(start).replaceAll(" ").strip();
        line = line.replaceFirst("^([45]\\d\\d)-", "$1 ");
        if (!line.matches("^[45]\\d\\d .*")) {
            return line;
        }
        String code = line.substring(0, 3);
        return NEXT_LINE
                .matcher(line)
                .replaceAll(next -> next.group(1).equals(code) ? "" : quote(next.group()));
    }

    private static String quote(String group) {
        return java.util.regex.Matcher.quoteReplacement(group);
    }

    private static Row row(Cause cause, String words) {
        return new Row(
                cause, Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** An enhanced code of RFC 3463, and not the middle of an address as 192.5.1.1. */
    private static String code(String subject, String detail) {
        return "(?<![\\d.])[45]\\." + subject + "\\." + detail + "(?!\\.?\\d)";
    }
}
