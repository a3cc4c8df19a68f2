package org.mailstation.daemon.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.mailstation.check.BlockList;
import org.mailstation.check.Listing;
import org.mailstation.check.SpfJudge;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.dkim.DkimProof;
import org.mailstation.daemon.dkim.KeyAnswer;
import org.mailstation.daemon.dkim.SignatureProver;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.ReverseNames;
import org.mailstation.standing.Block;

/** Asks everybody who can tell something about a stranger's letter. */
public final class Examiner {
    private final Supplier<NameServer> resolver;
    private final Supplier<List<String>> blockLists;
    private final Clock clock;
    private final DmarcJudge dmarc;

    /**
     * @param resolver what this computer asks by its own settings
     * @param blockLists zones of lists of addresses
     */
    public Examiner(
            Supplier<NameServer> resolver,
            Supplier<List<String>> blockLists,
            Clock clock,
            RandomGenerator random) {
        this.resolver = resolver;
        this.blockLists = blockLists;
        this.clock = clock;
        this.dmarc = new DmarcJudge(random);
    }

    /**
     * Whether an address is one of the Internet's. Letters from others were passed on by something
     * at home: of them only the signature tells something.
     */
    public static boolean isOnTheInternet(InetAddress address) {
        if (address instanceof Inet4Address) {
            return Block.of(address) == Block.PUBLIC;
        }
        // RFC 4291 2.5.6 and RFC 4193
        return !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && (address.getAddress()[0] & 0xfe) != 0xfc;
    }

    /**
     * Blocks, at most for about half a minute.
     *
     * @throws IOException if the letter cannot be read
     */
    public Credentials examine(Stranger letter) throws IOException {
        NameServer dns = new Budget(resolver.get(), clock);
        boolean fromInternet = isOnTheInternet(letter.client());
        Told spf =
                fromInternet
                        ? spf(letter, dns)
                        : new Told(Told.Result.NONE, "", "not from the Internet");
        List<DkimProof> proofs;
        try (InputStream body = letter.body().open()) {
            proofs =
                    new SignatureProver(name -> key(name, dns), clock).prove(letter.fields(), body);
        }
        DmarcJudge.Verdict verdict = dmarc.judge(letter, fromInternet, spf, proofs, dns);
        Told reverse =
                fromInternet ? ReverseName.of(letter.client(), dns) : Told.of(Told.Result.NONE, "");
        List<String> lists = fromInternet ? lists(letter.client(), dns) : List.of();
        return new Credentials(
                fromInternet, spf, proofs, verdict.told(), verdict.policy(), reverse, lists);
    }

    private static Told spf(Stranger letter, NameServer dns) {
        Address sender = letter.sender();
        // RFC 7208 2.4: of a report the server's own name speaks
        String domain = sender == null ? letter.hello() : sender.domain();
        if (!domain.contains(".") || domain.startsWith("[")) {
            return new Told(Told.Result.NONE, "", "no domain");
        }
        String from = sender == null ? "postmaster@" + domain : spoken(sender);
        String result =
                new SpfJudge(question -> dns.ask(question).answer())
                        .result(letter.client().getHostAddress(), from, letter.hello());
        return Told.of(
                switch (result) {
                    case "pass" -> Told.Result.PASS;
                    case "fail" -> Told.Result.FAIL;
                    case "softfail" -> Told.Result.SOFTFAIL;
                    case "neutral" -> Told.Result.NEUTRAL;
                    case "none" -> Told.Result.NONE;
                    case "permerror" -> Told.Result.PERMERROR;
                    default -> Told.Result.TEMPERROR;
                },
                domain.toLowerCase(Locale.ROOT));
    }

    /** RFC 8616 4: what asks for a local part beyond ASCII is not to find any. */
    private static String spoken(Address sender) {
        return sender.isInternational() ? "-@" + sender.domain() : sender.toString();
    }

    private static KeyAnswer key(String name, NameServer dns) {
        return switch (dns.ask(new DnsQuestion(name, RecordType.TXT)).answer()) {
            case DnsAnswer.CouldNotTell _ -> new KeyAnswer.CouldNotTell();
            case DnsAnswer.NoRecord _, DnsAnswer.NoSuchName _ -> new KeyAnswer.None();
            case DnsAnswer.Records(var values, var _, var _) ->
                    values.stream()
                            .filter(text -> text.contains("p="))
                            .findFirst()
                            .<KeyAnswer>map(KeyAnswer.Found::new)
                            .orElseGet(KeyAnswer.None::new);
        };
    }

    private List<String> lists(InetAddress client, NameServer dns) {
        String digits = ReverseNames.digits(client);
        return blockLists.get().stream().filter(zone -> isListed(zone, digits, dns)).toList();
    }

    private static boolean isListed(String zone, String digits, NameServer dns) {
        return Listing.ask(dns, BlockList.ofAddresses(zone), digits)
                        instanceof Listing.Listed(var codes)
                && !codes.stream().allMatch(code -> isHomeLine(zone, code));
    }

    /** Spamhaus's list of lines at home: no misdeed, and other families have such stations too. */
    private static boolean isHomeLine(String zone, String code) {
        return zone.endsWith(".spamhaus.org") && code.matches("127\\.0\\.0\\.1[01]");
    }
}
