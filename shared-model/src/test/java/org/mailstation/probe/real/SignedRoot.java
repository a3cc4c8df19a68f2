package org.mailstation.probe.real;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A name server on loopback with a root zone of its own, which it signs (RFC 4034). */
final class SignedRoot implements AutoCloseable {
    private final DnsPort port;
    private final KeyPair pair;
    private final DNSKEYRecord key;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();

    SignedRoot() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        try {
            key =
                    new DNSKEYRecord(
                            Name.root,
                            DClass.IN,
                            300,
                            DNSKEYRecord.Flags.ZONE_KEY | DNSKEYRecord.Flags.SEP_KEY,
                            DNSKEYRecord.Protocol.DNSSEC,
                            DNSSEC.Algorithm.ECDSAP256SHA256,
                            pair.getPublic());
        } catch (DNSSEC.DNSSECException e) {
            throw new GeneralSecurityException(e);
        }
        publish(key);
        port = new DnsPort(this::answer);
    }

    /** What a program must know of it to believe it. */
    InputStream anchor() {
        return new ByteArrayInputStream(key.toString().getBytes(StandardCharsets.US_ASCII));
    }

    Resolver resolver() {
        SimpleResolver resolver = new SimpleResolver(port.where());
        resolver.setTimeout(Duration.ofSeconds(5));
        return resolver;
    }

    /** One record with its signature. */
    void has(String name, String type, String data) throws IOException {
        publish(record(name, type, data));
    }

    /** Another record in the place of one, under that one's signature. */
    void forges(String name, String type, String data) throws IOException {
        Record forged = record(name, type, data);
        known(forged.getName(), forged.getType()).set(0, forged);
    }

    /** The signature gets lost on the way. */
    void losesSignature(String name, String type) throws IOException {
        known(Name.fromString(name, Name.root), Type.value(type)).remove(1);
    }

    private List<Record> known(Name name, int type) {
        return Objects.requireNonNull(records.get(key(name, type)));
    }

    private static Record record(String name, String type, String data) throws IOException {
        Name owner = Name.fromString(name, Name.root);
        return Record.fromString(owner, Type.value(type), DClass.IN, 300, data, Name.root);
    }

    private static String key(Name name, int type) {
        return name + " " + Type.string(type);
    }

    private void publish(Record record) {
        try {
            Instant now = Instant.now();
            Record signature =
                    DNSSEC.sign(
                            new RRset(record),
                            key,
                            pair.getPrivate(),
                            now.minusSeconds(3600),
                            now.plusSeconds(3600));
            records.put(
                    key(record.getName(), record.getType()),
                    new ArrayList<>(List.of(record, signature)));
        } catch (DNSSEC.DNSSECException e) {
            throw new IllegalStateException(e);
        }
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        List<Record> known =
                records.getOrDefault(key(question.getName(), question.getType()), List.of());
        if (known.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        known.forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    @Override
    public void close() {
        port.close();
    }
}
