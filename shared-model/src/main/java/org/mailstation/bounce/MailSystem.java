package org.mailstation.bounce;

import java.util.Locale;
import java.util.regex.Pattern;

/** The large providers and filters, by the names of their servers and by words only they use. */
enum MailSystem {
    GMAIL("Gmail", "google.com|googlemail.com|gmail.com", "\\bgsmtp\\b|support\\.google\\.com"),
    MICROSOFT(
            "Microsoft (Outlook)",
            "outlook.com|hotmail.com|live.com|msn.com|outlook.de|hotmail.de|mx.microsoft",
            "S3140|S3150|protection\\.outlook|\\bAS\\(\\d|outlook\\.com|\\.prod\\.exchangelabs"),
    YAHOO(
            "Yahoo/AOL",
            "yahoodns.net|yahoo.com|yahoo.de|aol.com|aol.de|ymail.com",
            "\\[TSS\\d\\d]|\\[BL2\\d]|yahoo\\.com account|postmaster\\.yahoo"),
    GMX("GMX/Web.de", "gmx.net|gmx.de|gmx.com|web.de", "postmaster\\.(gmx|web)\\.|gmx\\.net"),
    IONOS("IONOS", "kundenserver.de|ionos.com|ionos.de|perfora.net", "postmaster\\.(1und1|ionos)"),
    T_ONLINE("T-Online", "t-online.de|magenta.de", "(tosa|tobr)@rx\\.t-online"),
    APPLE("iCloud", "icloud.com|me.com|mac.com|apple.com", "support\\.apple\\.com|\\[CS01]"),
    PROTON("Proton Mail", "protonmail.ch|proton.me|protonmail.com|pm.me", "proton\\.me"),
    STRATO("Strato", "rzone.de|strato.de", "strato\\.de"),
    POSTEO("Posteo", "posteo.de|posteo.net", "posteo\\.de"),
    MAILBOX_ORG("mailbox.org", "mailbox.org", "mailbox\\.org"),
    FREENET("freenet", "freenet.de|freenetmail.de", "freenet\\.de"),
    PROOFPOINT("Proofpoint", "pphosted.com|ppe-hosted.com", "ipcheck\\.proofpoint"),
    MIMECAST("Mimecast", "mimecast.com|mimecast.co.za", "mimecast\\.(com|org)"),
    BARRACUDA("Barracuda", "barracudanetworks.com", "\\(\\S{1,100}:blocked\\)"),
    CISCO("Cisco Secure Email", "iphmx.com", "iphmx\\.com"),
    FASTMAIL("Fastmail", "messagingengine.com|fastmail.com", "fastmail\\.com"),
    ZOHO("Zoho", "zoho.com|zoho.eu|zoho.in", "zoho\\.(com|eu)"),
    // who keeps the domains of others: known by the names of their servers only
    HETZNER("Hetzner", "your-server.de"),
    ALL_INKL("ALL-INKL", "kasserver.com"),
    DOMAINFACTORY("domainfactory", "ispgateway.de"),
    OVH("OVHcloud", "ovh.net|ovh.ca"),
    INFOMANIAK("Infomaniak", "infomaniak.ch|infomaniak.com"),
    GANDI("Gandi", "gandi.net"),
    GODADDY("GoDaddy", "secureserver.net"),
    NAMECHEAP("Namecheap", "privateemail.com"),
    HOSTINGER("Hostinger", "hostinger.com"),
    RACKSPACE("Rackspace", "emailsrvr.com"),
    AMAZON("Amazon", "amazonaws.com"),
    MIGADU("Migadu", "migadu.com");

    /** What no answer contains. */
    private static final String NOTHING = "(?!)";

    private final String shown;
    private final Pattern hosts;
    private final Pattern words;

    MailSystem(String shown, String hosts) {
        this(shown, hosts, NOTHING);
    }

    MailSystem(String shown, String hosts, String words) {
        this.shown = shown;
        this.hosts = Pattern.compile("(^|\\.)(" + hosts.replace(".", "\\.") + ")$");
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Whose server it was; empty: nobody who is known here.
     *
     * @param server its name or address; may be empty
     * @param reply what it said
     * @param recipient whom it was for; counts where no server is named
     */
    static String of(String server, String reply, String recipient) {
        String host = server.toLowerCase(Locale.ROOT);
        String domain = recipient.substring(recipient.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        for (MailSystem one : values()) {
            if (one.hosts.matcher(host).find()) {
                return one.shown;
            }
        }
        for (MailSystem one : values()) {
            if (one.words.matcher(reply).find()
                    || server.isEmpty() && one.hosts.matcher(domain).find()) {
                return one.shown;
            }
        }
        return "";
    }
}
