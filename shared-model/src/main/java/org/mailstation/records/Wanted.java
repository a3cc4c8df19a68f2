package org.mailstation.records;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** Each record that a station may want, one by one. */
public final class Wanted {
    /** The authority whose certificates ACME fetches. */
    public static final String ISSUER = "letsencrypt.org";

    public static final String TLS_REPORT_VERSION = "v=TLSRPTv1";
    public static final String STS_VERSION = "v=STSv1";

    private Wanted() {}

    /** Where letters for a domain go (RFC 5321 5.1). */
    public static WantedRecord mx(String domain, String host) {
        String value = "10 " + host + ".";
        Text why = Text.of("records.why.mx", domain);
        return owner(domain, RecordType.MX, value, Importance.NEEDED, why);
    }

    /** Where the station is. */
    public static WantedRecord address(Home home, InetAddress address) {
        String host = home.config().hostName();
        boolean ddns = home.config().ddns().host().equals(host);
        return new WantedRecord(
                host,
                address instanceof Inet4Address ? RecordType.A : RecordType.AAAA,
                address.getHostAddress(),
                ddns ? Keeper.STATION : Keeper.OWNER,
                Importance.NEEDED,
                Text.of(ddns ? "records.why.address.ddns" : "records.why.address", host));
    }

    /**
     * Who may send letters of a domain.
     *
     * @param existing the SPF records that it has now
     */
    public static WantedRecord spf(Home home, String domain, List<String> existing) {
        Relay.Use relay = home.config().relay().use();
        Text why =
                relay == Relay.Use.NEVER
                        ? Text.of("records.why.spf", domain)
                        : Text.of("records.why.spf.relay", domain, home.config().relay().host());
        String value = SpfRecord.wanted(home, domain, existing);
        return owner(domain, RecordType.TXT, value, Importance.ADVISED, why);
    }

    /** Who may say hello under the station's name. */
    public static WantedRecord hostSpf(String host) {
        Text why = Text.of("records.why.spf.host", host);
        return owner(host, RecordType.TXT, SpfRecord.OF_HOST, Importance.OPTIONAL, why);
    }

    public static WantedRecord dkim(String domain, SigningKey key) {
        Text why = Text.of("records.why.dkim", domain);
        return owner(key.name(domain), RecordType.TXT, key.record(), Importance.ADVISED, why);
    }

    /**
     * What others shall do with forged letters.
     *
     * @param existing the DMARC records that the domain has now
     */
    public static WantedRecord dmarc(String domain, List<String> existing) {
        String value = DmarcRecord.wanted(domain, existing);
        return owner(
                DmarcRecord.name(domain),
                RecordType.TXT,
                value,
                Importance.ADVISED,
                DmarcRecord.why(value));
    }

    /** Where others report that their TLS to us fails (RFC 8460 3). */
    public static WantedRecord tlsReport(String domain) {
        String value = TLS_REPORT_VERSION + "; rua=mailto:postmaster@" + domain;
        Text why = Text.of("records.why.tlsrpt", domain);
        return owner("_smtp._tls." + domain, RecordType.TXT, value, Importance.OPTIONAL, why);
    }

    /**
     * That there is a policy, and which one (RFC 8461 3.1): the id is made of the policy, so it
     * changes with it.
     */
    public static WantedRecord mtaSts(String domain, String policy) {
        String value = STS_VERSION + "; id=" + digest(policy).substring(0, 16) + ";";
        Text why = Text.of("records.why.mta-sts", domain);
        return owner("_mta-sts." + domain, RecordType.TXT, value, Importance.OPTIONAL, why);
    }

    /** Where mail programs find a service (RFC 6186, RFC 8314 5.1). */
    public static WantedRecord srv(Home home, String domain, Service service) {
        Port port = home.config().ports().of(service);
        String value = "0 1 " + port.external() + " " + home.config().hostName() + ".";
        Text why = Text.of("records.why.srv", domain);
        return owner(srvName(domain, service), RecordType.SRV, value, Importance.OPTIONAL, why);
    }

    /** Where Thunderbird looks for the settings of mail programs. */
    public static WantedRecord autoconfig(String domain, String host) {
        Text why = Text.of("records.why.autoconfig", domain);
        return owner(
                "autoconfig." + domain, RecordType.CNAME, host + ".", Importance.OPTIONAL, why);
    }

    /** Where Outlook looks for them, once it has looked elsewhere (MS-OXDISCO 3.1.5.3). */
    public static WantedRecord autodiscover(String domain, String host) {
        Text why = Text.of("records.why.autoconfig", domain);
        return owner(
                "_autodiscover._tcp." + domain,
                RecordType.SRV,
                "0 1 443 " + host + ".",
                Importance.OPTIONAL,
                why);
    }

    public static String srvName(String domain, Service service) {
        return "_" + service.key() + "._tcp." + domain;
    }

    /** Who may sign certificates for the station (RFC 8659). */
    public static WantedRecord caa(String host) {
        Text why = Text.of("records.why.caa", host);
        String value = "0 issue \"" + ISSUER + "\"";
        return owner(host, RecordType.CAA, value, Importance.OPTIONAL, why);
    }

    /** The name of the home's address: a wish to the Internet provider. */
    public static WantedRecord reverse(InetAddress address, String host) {
        return new WantedRecord(
                ReverseNames.of(address),
                RecordType.PTR,
                host + ".",
                Keeper.PROVIDER,
                Importance.ADVISED,
                Text.of("records.why.ptr", address.getHostAddress(), host));
    }

    /**
     * The station's key for senders that prove it by DNSSEC (RFC 7672 3.1.1: 3 1 1).
     *
     * @param keySha256 of its SubjectPublicKeyInfo, in hex
     */
    public static WantedRecord tlsa(String host, String keySha256) {
        Text why = Text.of("records.why.tlsa", host);
        String value = "3 1 1 " + keySha256;
        return owner("_25._tcp." + host, RecordType.TLSA, value, Importance.OPTIONAL, why);
    }

    private static WantedRecord owner(
            String name, RecordType type, String value, Importance importance, Text why) {
        return new WantedRecord(name, type, value, Keeper.OWNER, importance, why);
    }

    private static String digest(String text) {
        try {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
