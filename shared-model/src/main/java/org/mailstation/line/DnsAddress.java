package org.mailstation.line;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Name servers that answer with the asker's address. They are asked directly: through the router's
 * resolver they would tell the resolver's address.
 */
public record DnsAddress(List<Question> questions, Duration patience) implements AddressSource {
    /** Whom to ask for which record. */
    public record Question(InetSocketAddress server, String name, int type, int dclass) {}

    public static final List<Question> PUBLIC =
            List.of(
                    new Question(
                            new InetSocketAddress(InetAddress.ofLiteral("1.1.1.1"), 53),
                            "whoami.cloudflare.",
                            Type.TXT,
                            DClass.CH),
                    new Question(
                            new InetSocketAddress(InetAddress.ofLiteral("208.67.222.222"), 53),
                            "myip.opendns.com.",
                            Type.A,
                            DClass.IN));

    public DnsAddress {
        questions = List.copyOf(questions);
    }

    @Override
    public Source source() {
        return Source.DNS;
    }

    @Override
    public Told ask() {
        String why = "nobody to ask";
        for (Question question : questions) {
            try {
                for (Record record : send(question).getSection(Section.ANSWER)) {
                    if (address(record) instanceof Inet4Address v4) {
                        return new Told.Address(Source.DNS, v4);
                    }
                }
                why = question.name() + " has no address in its answer";
            } catch (IOException noAnswer) {
                why = question.name() + ": " + noAnswer.getClass().getSimpleName();
            }
        }
        return new Told.Nothing(Source.DNS, why);
    }

    private Message send(Question question) throws IOException {
        SimpleResolver resolver = new SimpleResolver(question.server());
        resolver.setTimeout(patience);
        return resolver.send(
                Message.newQuery(
                        Record.newRecord(
                                Name.fromString(question.name()),
                                question.type(),
                                question.dclass())));
    }

    private static InetAddress address(Record record) {
        return switch (record) {
            case ARecord a -> a.getAddress();
            case TXTRecord txt -> literal(String.join("", txt.getStrings()));
            default -> InetAddress.getLoopbackAddress();
        };
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
