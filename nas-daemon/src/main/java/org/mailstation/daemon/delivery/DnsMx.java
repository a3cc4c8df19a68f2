package org.mailstation.daemon.delivery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** MX records by dnsjava; the only place that knows it. */
final class DnsMx implements MxLookup {
    private final Supplier<Resolver> resolver;
    private final RandomGenerator random;

    /** Asks the name servers that the system is set to ask. */
    DnsMx(RandomGenerator random) {
        this(ExtendedResolver::new, random);
    }

    DnsMx(Supplier<Resolver> resolver, RandomGenerator random) {
        this.resolver = resolver;
        this.random = random;
    }

    private record Choice(int preference, long lot, String name) {}

    @Override
    public MxAnswer ask(String domain) {
        Lookup lookup = lookup(domain, Type.MX);
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> chosen(lookup.getAnswers());
            case Lookup.TYPE_NOT_FOUND -> byAddress(domain);
            case Lookup.HOST_NOT_FOUND -> new MxAnswer.NoSuchDomain();
            default -> new MxAnswer.CouldNotTell(lookup.getErrorString());
        };
    }

    private Lookup lookup(String domain, int type) {
        try {
            Lookup lookup = new Lookup(Name.fromString(domain + "."), type);
            lookup.setResolver(resolver.get());
            // an answer of yesterday must not decide about a letter of today
            lookup.setCache(null);
            lookup.run();
            return lookup;
        } catch (TextParseException e) {
            throw new IllegalArgumentException("no domain: " + domain, e);
        }
    }

    private MxAnswer chosen(Record[] answers) {
        List<MXRecord> records = Arrays.stream(answers).map(MXRecord.class::cast).toList();
        if (records.size() == 1 && records.getFirst().getTarget().equals(Name.root)) {
            return new MxAnswer.TakesNoMail();
        }
        // RFC 5321 5.1: servers of one preference in a new order each time
        return new MxAnswer.Hosts(
                records.stream()
                        .map(
                                record ->
                                        new Choice(
                                                record.getPriority(),
                                                random.nextLong(),
                                                plain(record.getTarget())))
                        .sorted(
                                Comparator.comparingInt(Choice::preference)
                                        .thenComparingLong(Choice::lot))
                        .map(Choice::name)
                        .toList());
    }

    private static String plain(Name name) {
        return name.toString(true);
    }

    /** RFC 5321 5.1: a domain without MX is its own mail server, if it has an address. */
    private MxAnswer byAddress(String domain) {
        Lookup four = lookup(domain, Type.A);
        Lookup six = lookup(domain, Type.AAAA);
        if (four.getResult() == Lookup.SUCCESSFUL || six.getResult() == Lookup.SUCCESSFUL) {
            return new MxAnswer.Hosts(List.of(domain));
        }
        boolean neither =
                four.getResult() == Lookup.TYPE_NOT_FOUND
                        && six.getResult() == Lookup.TYPE_NOT_FOUND;
        return neither
                ? new MxAnswer.NoSuchDomain()
                : new MxAnswer.CouldNotTell(four.getErrorString());
    }
}
