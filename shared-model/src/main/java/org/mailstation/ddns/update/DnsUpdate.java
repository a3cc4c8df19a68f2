package org.mailstation.ddns.update;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Changes the record at the zone's own name server: DNS UPDATE, RFC 2136, signed by TSIG, RFC 8945.
 * The configuration's server is {@code dns://NAME[:PORT]}, its user {@code [ALGORITHM:]KEY-NAME},
 * the secret is base64. Over TCP: an answer to a datagram could be anybody's.
 *
 * @param patience for each of the two or three questions
 */
public record DnsUpdate(Duration patience) implements DdnsClient {
    private static final int TTL = 60;
    private static final int PORT = 53;

    /** RFC 8945 6, without the one that is broken. */
    private static final List<String> ALGORITHMS =
            List.of("hmac-sha1", "hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512");

    @Override
    public Outcome update(Update update) {
        try {
            Name host = Name.fromString(update.host(), Name.root);
            SimpleResolver server = server(update);
            Optional<Name> zone = zone(server, host);
            if (zone.isEmpty()) {
                return new Outcome.Refused(
                        Refusal.NO_SUCH_NAME, "this server has no zone for that name");
            }
            List<Record> wanted = records(update, host);
            return isThere(server, wanted)
                    ? new Outcome.Unchanged(update.addresses())
                    : change(server, zone.get(), wanted, update);
        } catch (TextParseException | IllegalArgumentException unusable) {
            return new Outcome.Refused(
                    Refusal.BAD_PARAMETER, "server, key name or key cannot be used");
        } catch (IOException e) {
            return new Outcome.CouldNotTell(e.getClass().getSimpleName());
        }
    }

    private SimpleResolver server(Update update) throws IOException {
        URI uri = URI.create(update.server());
        if (!"dns".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("not dns://NAME");
        }
        SimpleResolver server =
                new SimpleResolver(
                        new InetSocketAddress(
                                uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort()));
        server.setTCP(true);
        server.setTimeout(patience);
        server.setTSIGKey(key(update));
        return server;
    }

    private static TSIG key(Update update) throws TextParseException {
        String[] parts = update.user().split(":", 2);
        String algorithm = parts.length == 2 ? parts[0].toLowerCase(Locale.ROOT) : "hmac-sha256";
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException("no such algorithm");
        }
        byte[] key = Base64.getDecoder().decode(update.secret().reveal());
        return new TSIG(
                Name.fromString(algorithm, Name.root),
                Name.fromString(parts[parts.length - 1], Name.root),
                key);
    }

    private static List<Record> records(Update update, Name host) {
        return Stream.<Record>concat(
                        Stream.ofNullable(update.v4())
                                .map(v4 -> new ARecord(host, DClass.IN, TTL, v4)),
                        Stream.ofNullable(update.v6())
                                .map(v6 -> new AAAARecord(host, DClass.IN, TTL, v6)))
                .toList();
    }

    /** The server names the zone as the owner of its SOA record, whatever else it answers. */
    private static Optional<Name> zone(SimpleResolver server, Name host) throws IOException {
        Message answer = ask(server, host, Type.SOA);
        return Stream.of(Section.ANSWER, Section.AUTHORITY)
                .flatMap(section -> answer.getSection(section).stream())
                .filter(record -> record.getType() == Type.SOA && host.subdomain(record.getName()))
                .map(Record::getName)
                .findFirst();
    }

    private static boolean isThere(SimpleResolver server, List<Record> wanted) throws IOException {
        for (Record record : wanted) {
            List<Record> found =
                    ask(server, record.getName(), record.getType()).getSection(Section.ANSWER);
            if (found.size() != 1 || !found.getFirst().equals(record)) {
                return false;
            }
        }
        return true;
    }

    private static Message ask(SimpleResolver server, Name name, int type) throws IOException {
        return server.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
    }

    private static Outcome change(
            SimpleResolver server, Name zone, List<Record> wanted, Update update)
            throws IOException {
        org.xbill.DNS.Update change = new org.xbill.DNS.Update(zone);
        wanted.forEach(change::replace);
        Message answer = server.send(change);
        int code = answer.getRcode();
        TSIGRecord signature = answer.getTSIG();
        int error = signature == null ? 0 : signature.getError();
        String said = Rcode.string(code) + (error == 0 ? "" : " " + Rcode.TSIGstring(error));
        if (code == Rcode.NOERROR) {
            return answer.isVerified()
                    ? new Outcome.Updated(update.addresses())
                    : new Outcome.CouldNotTell("an answer that is not signed");
        }
        if (error == Rcode.BADTIME) {
            return new Outcome.Refused(Refusal.CLOCK, said);
        }
        return switch (code) {
            case Rcode.NOTAUTH -> new Outcome.Refused(Refusal.BAD_AUTH, said);
            case Rcode.REFUSED -> new Outcome.Refused(Refusal.NOT_YOURS, said);
            case Rcode.NOTZONE -> new Outcome.Refused(Refusal.NO_SUCH_NAME, said);
            case Rcode.SERVFAIL -> new Outcome.TryLater(HttpStatus.PAUSE, said);
            default -> new Outcome.CouldNotTell(said);
        };
    }
}
