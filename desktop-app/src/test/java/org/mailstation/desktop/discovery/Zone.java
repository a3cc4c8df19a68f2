package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Multicast DNS's records in the form of a zone file, and a neighbour that answers from them. */
final class Zone {
    static final String SYNOLOGY =
            """
            _http._tcp.local. PTR DiskStation._http._tcp.local.
            DiskStation._http._tcp.local. SRV 0 0 5000 DiskStation.local.
            DiskStation._http._tcp.local. TXT "vendor=Synology" "model=DS220+" "serial=2150QWR012345" \
            "version_major=7" "version_minor=2" "version_build=69057" \
            "mac_address=00:11:32:aa:bb:cc|00:11:32:aa:bb:cd"
            DiskStation.local. A 127.0.0.1
            """;

    private final List<Record> records;

    private Zone(List<Record> records) {
        this.records = records;
    }

    /** Each line a name, a type and its data; a line that begins with {@code ;} is left out. */
    static Zone of(String lines) {
        return new Zone(
                lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith(";"))
                        .map(Zone::record)
                        .toList());
    }

    private static Record record(String line) {
        String[] parts = line.split("\\s+", 3);
        try {
            return Record.fromString(
                    Name.fromString(parts[0]),
                    Type.value(parts[1]),
                    DClass.IN,
                    10,
                    parts[2],
                    Name.root);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    /** All records in one message. */
    Message message() {
        return message(new Message(), records);
    }

    /** Answers a question for a service with everything at once, as Avahi does. */
    Function<byte[], List<byte[]>> generous() {
        return question -> answer(question, true);
    }

    /** Answers only what was asked for. */
    Function<byte[], List<byte[]>> terse() {
        return question -> answer(question, false);
    }

    private List<byte[]> answer(byte[] question, boolean everything) {
        try {
            Message query = new Message(question);
            Record asked = query.getQuestion();
            List<Record> exact =
                    records.stream()
                            .filter(one -> one.getName().equals(asked.getName()))
                            .filter(one -> one.getType() == asked.getType())
                            .toList();
            if (exact.isEmpty()) {
                return List.of();
            }
            return List.of(
                    message(new Message(query.getHeader().getID()), everything ? records : exact)
                            .toWire());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Message message(Message message, List<Record> records) {
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.AA);
        records.forEach(one -> message.addRecord(one, Section.ANSWER));
        return message;
    }
}
