package org.mailstation.daemon.dkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.records.SigningKey;

/**
 * Another program that proves signatures: Apache's jDKIM, which looks up keys in the DNS of the
 * test.
 */
public final class Prover {
    private final Map<String, String> records;

    /**
     * @param records of type TXT, by name
     */
    public Prover(Map<String, String> records) {
        this.records = Map.copyOf(records);
    }

    /** In a world in which the key of a station is published for a domain. */
    public static Prover of(SigningKeyStatus key, String domain) {
        SigningKey published = new SigningKey(key.selector(), key.publicKey());
        return new Prover(Map.of(published.name(domain), published.record()));
    }

    /**
     * The domains whose signatures under a letter hold, in the order of the letter; none if it has
     * no signature.
     *
     * @throws FailException if it has some and none holds
     */
    public List<String> domains(byte[] letter) throws IOException, FailException {
        DKIMVerifier verifier =
                new DKIMVerifier(
                        (_, selector, domain) -> {
                            String record = records.get(selector + "._domainkey." + domain);
                            return record == null ? List.of() : List.of(record);
                        });
        List<SignatureRecord> held = verifier.verify(new ByteArrayInputStream(letter));
        return held == null
                ? List.of()
                : held.stream().map(record -> record.getDToken().toString()).toList();
    }
}
