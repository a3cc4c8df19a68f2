package org.mailstation.ddns.update;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/**
 * Changes the record at the zone's own name server. The configuration's server is {@code
 * dns://NAME[:PORT]}, its user {@code [ALGORITHM:]KEY-NAME}, the secret is base64.
 *
 * @param patience for each of the two or three questions
 */
public record DnsUpdate(Duration patience) implements DdnsClient {
    private static final int TTL = 60;

    @Override
    public Outcome update(Update update) {
        try {
            Name host = Name.fromString(update.host(), Name.root);
            SignedServer server =
                    new SignedServer(update.server(), update.user(), update.secret(), patience);
            Optional<Name> zone = server.zone(host);
            if (zone.isEmpty()) {
                return new Outcome.Refused(
                        Refusal.NO_SUCH_NAME, "this server has no zone for that name");
            }
            List<Record> wanted = records(update, host);
            if (isThere(server, wanted)) {
                return new Outcome.Unchanged(update.addresses());
            }
            org.xbill.DNS.Update change = new org.xbill.DNS.Update(zone.get());
            wanted.forEach(change::replace);
            return server.change(change, update.addresses());
        } catch (TextParseException | IllegalArgumentException unusable) {
            return new Outcome.Refused(
                    Refusal.BAD_PARAMETER, "server, key name or key cannot be used");
        } catch (IOException e) {
            return new Outcome.CouldNotTell(e.getClass().getSimpleName());
        }
    }

    private static List<Record> records(Update update, Name host) {
        return Stream.<Record>concat(
                        Stream.ofNullable(update.v4())
                                .map(v4 -> new ARecord(host, DClass.IN, TTL, v4)),
                        Stream.ofNullable(update.v6())
                                .map(v6 -> new AAAARecord(host, DClass.IN, TTL, v6)))
                .toList();
    }

    private static boolean isThere(SignedServer server, List<Record> wanted) throws IOException {
        for (Record record : wanted) {
            List<Record> found =
                    server.ask(record.getName(), record.getType()).getSection(Section.ANSWER);
            if (found.size() != 1 || !found.getFirst().equals(record)) {
                return false;
            }
        }
        return true;
    }
}
