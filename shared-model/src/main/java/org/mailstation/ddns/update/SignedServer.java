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
import org.mailstation.control.Secret;
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
 * A zone's own name server that takes changes: DNS UPDATE, RFC 2136, signed by TSIG, RFC 8945. Over
 * TCP: an answer to a datagram could be anybody's.
 */
final class SignedServer {
    private static final int PORT = 53;

    /** RFC 8945 6, without the one that is broken. */
    private static final List<String> ALGORITHMS =
            List.of("hmac-sha1", "hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512");

    private final SimpleResolver server;

    /**
     * @param address {@code dns://NAME[:PORT]}
     * @param user {@code [ALGORITHM:]KEY-NAME}
     * @param secret base64
     * @param patience for each question
     * @throws IllegalArgumentException if one of them cannot be used
     */
    SignedServer(String address, String user, Secret secret, Duration patience) throws IOException {
        URI uri = URI.create(address);
        if (!"dns".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("not dns://NAME");
        }
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        server = new SimpleResolver(new InetSocketAddress(uri.getHost(), port));
        server.setTCP(true);
        server.setTimeout(patience);
        server.setTSIGKey(key(user, secret));
    }

    private static TSIG key(String user, Secret secret) throws TextParseException {
        String[] parts = user.split(":", 2);
        String algorithm = parts.length == 2 ? parts[0].toLowerCase(Locale.ROOT) : "hmac-sha256";
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException("no such algorithm");
        }
        return new TSIG(
                Name.fromString(algorithm, Name.root),
                Name.fromString(parts[parts.length - 1], Name.root),
                Base64.getDecoder().decode(secret.reveal()));
    }

    /** The server names the zone as the owner of its SOA record, whatever else it answers. */
    Optional<Name> zone(Name host) throws IOException {
        Message answer = ask(host, Type.SOA);
        return Stream.of(Section.ANSWER, Section.AUTHORITY)
                .flatMap(section -> answer.getSection(section).stream())
                .filter(record -> record.getType() == Type.SOA && host.subdomain(record.getName()))
                .map(Record::getName)
                .findFirst();
    }

    Message ask(Name name, int type) throws IOException {
        return server.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
    }

    /**
     * Sends a change.
     *
     * @param done what the outcome says that stands there then
     */
    Outcome change(org.xbill.DNS.Update change, String done) throws IOException {
        Message answer = server.send(change);
        int code = answer.getRcode();
        TSIGRecord signature = answer.getTSIG();
        int error = signature == null ? 0 : signature.getError();
        String said = Rcode.string(code) + (error == 0 ? "" : " " + Rcode.TSIGstring(error));
        if (code == Rcode.NOERROR) {
            return answer.isVerified()
                    ? new Outcome.Updated(done)
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
