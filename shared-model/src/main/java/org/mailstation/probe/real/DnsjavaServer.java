package org.mailstation.probe.real;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsAnswer.Reason;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.probe.Referral;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Puts questions to one dnsjava resolver, without its cache and without search lists. */
final class DnsjavaServer implements NameServer {
    private final String name;
    private final Resolver resolver;
    private final boolean recursive;

    /**
     * @param recursive whether the server shall find out what it does not have (RFC 1035 4.1.1, RD)
     */
    DnsjavaServer(String name, Resolver resolver, boolean recursive) {
        this.name = name;
        this.resolver = resolver;
        this.recursive = recursive;
    }

    @Override
    public DnsReply ask(DnsQuestion question) {
        try {
            Message reply = resolver.send(query(question));
            Header header = reply.getHeader();
            return new DnsReply(
                    name,
                    question,
                    answer(question, reply),
                    header.getFlag(Flags.AA),
                    header.getFlag(Flags.AD));
        } catch (IOException e) {
            return failed(question, e);
        }
    }

    /** Which servers a zone has, from wherever in the answer it stands. */
    Referral refer(String zone) {
        DnsQuestion question = new DnsQuestion(zone, RecordType.NS);
        try {
            Message message = resolver.send(query(question));
            DnsAnswer answer = answer(question, message);
            if (answer instanceof DnsAnswer.NoRecord) {
                answer = servers(question, message);
            }
            boolean own = message.getHeader().getFlag(Flags.AA);
            return new Referral(new DnsReply(name, question, answer, own, false), Glue.of(message));
        } catch (IOException e) {
            return new Referral(failed(question, e), Map.of());
        }
    }

    /** RFC 2181 6.1: those above a zone only refer to it. */
    private static DnsAnswer servers(DnsQuestion question, Message reply) {
        String owner = question.name() + ".";
        List<String> names =
                reply.getSection(Section.AUTHORITY).stream()
                        .filter(NSRecord.class::isInstance)
                        .filter(one -> one.getName().toString().equalsIgnoreCase(owner))
                        .map(Record::rdataToString)
                        .sorted()
                        .toList();
        return names.isEmpty()
                ? new DnsAnswer.NoRecord(List.of())
                : new DnsAnswer.Records(names, Duration.ZERO, List.of());
    }

    private Message query(DnsQuestion question) throws TextParseException {
        Name asked = Name.fromString(question.name(), Name.root);
        Message query = Message.newQuery(Record.newRecord(asked, type(question), DClass.IN));
        if (!recursive) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        // RFC 6840 5.7: "tell me whether you have proven it"
        query.getHeader().setFlag(Flags.AD);
        return query;
    }

    private static int type(DnsQuestion question) {
        return Type.value(question.type().name());
    }

    private DnsReply failed(DnsQuestion question, IOException e) {
        boolean late = timedOut(e);
        DnsAnswer answer =
                new DnsAnswer.CouldNotTell(
                        late ? Reason.TIMEOUT : Reason.MALFORMED,
                        late ? "no answer in time" : String.valueOf(e.getMessage()));
        return new DnsReply(name, question, answer, false, false);
    }

    private static boolean timedOut(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException
                    || cause instanceof java.util.concurrent.TimeoutException
                    || String.valueOf(cause.getMessage()).contains("Timed out")) {
                return true;
            }
        }
        return false;
    }

    private static DnsAnswer answer(DnsQuestion question, Message reply) {
        int rcode = reply.getRcode();
        return switch (rcode) {
            case Rcode.NXDOMAIN -> new DnsAnswer.NoSuchName();
            case Rcode.NOERROR -> records(question, reply);
            case Rcode.SERVFAIL -> new DnsAnswer.CouldNotTell(Reason.SERVER_FAILURE, "SERVFAIL");
            case Rcode.REFUSED -> new DnsAnswer.CouldNotTell(Reason.REFUSED, "REFUSED");
            default -> new DnsAnswer.CouldNotTell(Reason.MALFORMED, Rcode.string(rcode));
        };
    }

    private static DnsAnswer records(DnsQuestion question, Message reply) {
        List<String> values = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        long ttl = Long.MAX_VALUE;
        for (Record record : reply.getSection(Section.ANSWER)) {
            if (record.getType() == type(question)) {
                values.add(value(record));
                ttl = Math.min(ttl, record.getTTL());
            } else if (record instanceof CNAMERecord alias) {
                aliases.add(alias.getTarget().toString());
            }
        }
        if (values.isEmpty()) {
            return new DnsAnswer.NoRecord(aliases);
        }
        // servers turn the order of records; two answers that say the same shall be equal
        values.sort(Comparator.naturalOrder());
        return new DnsAnswer.Records(values, Duration.ofSeconds(ttl), aliases);
    }

    private static String value(Record record) {
        return record instanceof TXTRecord text
                ? String.join("", text.getStrings())
                : record.rdataToString();
    }
}
