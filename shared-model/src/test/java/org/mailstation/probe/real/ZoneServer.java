package org.mailstation.probe.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback that knows what the test tells it. */
public final class ZoneServer implements AutoCloseable {
    private final DnsPort port;
    private final boolean authoritative;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> delegated = ConcurrentHashMap.newKeySet();
    private volatile int refusal = Rcode.NOERROR;
    private volatile boolean silent;
    private volatile boolean losing;
    private volatile boolean proving;

    /**
     * @param authoritative whether it says that the zone is its own
     */
    public ZoneServer(boolean authoritative) throws IOException {
        this.authoritative = authoritative;
        port = new DnsPort(this::answered);
    }

    /** A line of a zone file: absolute name without its dot, type, data. */
    public ZoneServer has(String name, String type, String data) {
        try {
            Name owner = Name.fromString(name, Name.root);
            Record record =
                    Record.fromString(owner, Type.value(type), DClass.IN, 300, data, Name.root);
            records.computeIfAbsent(owner.toString(), _ -> new CopyOnWriteArrayList<>())
                    .add(record);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refers to another server for a zone below its own, with that server's address. */
    public ZoneServer delegates(String zone, String server, String address) {
        has(zone, "NS", server);
        has(server, "A", address);
        delegated.add(zone + ".");
        return this;
    }

    /** Forgets everything about a name. */
    public ZoneServer forgets(String name) {
        records.remove(name + ".");
        return this;
    }

    /** From now on it cannot find out what there is under this kind of question. */
    public void failsFor(String name, String type) {
        failing.add(name + ". " + type);
    }

    /** From now on every answer is this one, for example SERVFAIL. */
    public void answersAlways(int rcode) {
        refusal = rcode;
    }

    /** From now on it says of every answer that DNSSEC proves it. */
    public void provesAnswers() {
        proving = true;
    }

    public void fallsSilent() {
        silent = true;
    }

    /** Loses the next question, as a busy router or a bad wireless link does. */
    public void losesOne() {
        losing = true;
    }

    boolean isSilent() {
        return silent || losing;
    }

    InetSocketAddress where() {
        return port.where();
    }

    private @Nullable Message answered(Message query) {
        if (losing) {
            losing = false;
            return null;
        }
        return silent ? null : answer(query);
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        if (authoritative) {
            answer.getHeader().setFlag(Flags.AA);
        }
        if (proving) {
            answer.getHeader().setFlag(Flags.AD);
        }
        answer.addRecord(question, Section.QUESTION);
        List<Record> known = records.get(question.getName().toString());
        if (delegated.contains(question.getName().toString())) {
            refer(question, answer);
            return answer;
        }
        if (failing.contains(question.getName() + " " + Type.string(question.getType()))) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (refusal != Rcode.NOERROR) {
            answer.getHeader().setRcode(refusal);
        } else if (known == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            known.stream()
                    .filter(
                            record ->
                                    record.getType() == question.getType()
                                            || record.getType() == Type.CNAME)
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    private void refer(Record question, Message answer) {
        answer.getHeader().unsetFlag(Flags.AA);
        for (Record server : records.getOrDefault(question.getName().toString(), List.of())) {
            answer.addRecord(server, Section.AUTHORITY);
            records.getOrDefault(server.rdataToString(), List.of())
                    .forEach(address -> answer.addRecord(address, Section.ADDITIONAL));
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
