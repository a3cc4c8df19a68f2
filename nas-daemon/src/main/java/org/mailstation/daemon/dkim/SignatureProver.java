package org.mailstation.daemon.dkim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves the signatures under a letter (RFC 6376 6). Reads the body once, a piece at a time. A
 * signature over a part of the body ({@code l=}) counts only if nothing was added below; SHA-1 and
 * keys under 1024 bits prove nothing (RFC 8301).
 */
public final class SignatureProver {
    /** More can only be meant to cost time; lists and forwarders add one each. */
    private static final int MOST_SIGNATURES = 8;

    private static final byte[] LINE_END = {'\r', '\n'};

    private final KeyAnswer.Lookup keys;
    private final Clock clock;

    public SignatureProver(KeyAnswer.Lookup keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The body as both forms hash it. */
    private record Hashes(
            BodyHash simple, byte[] simpleHash, BodyHash relaxed, byte[] relaxedHash) {}

    /**
     * What became of each signature, in the letter's order; none for a letter without.
     *
     * @param fields of the header, each with its name, folded lines and line end
     * @param body below the empty line
     */
    public List<DkimProof> prove(List<byte[]> fields, InputStream body) throws IOException {
        List<byte[]> signatures =
                fields.stream()
                        .filter(field -> name(field).equals("dkim-signature"))
                        .limit(MOST_SIGNATURES)
                        .toList();
        if (signatures.isEmpty()) {
            return List.of();
        }
        Hashes hashes = hashes(body);
        List<DkimProof> proofs = new ArrayList<>();
        for (byte[] field : signatures) {
            SignatureTags tags = SignatureTags.of(field);
            proofs.add(prove(tags, fields, hashes));
        }
        return proofs;
    }

    private static String name(byte[] field) {
        return RelaxedField.of(field).name();
    }

    private static Hashes hashes(InputStream body) throws IOException {
        try {
            SimpleBody simple = new SimpleBody(MessageDigest.getInstance("SHA-256"));
            RelaxedBody relaxed = new RelaxedBody(MessageDigest.getInstance("SHA-256"));
            byte[] piece = new byte[16 * 1024];
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                simple.update(piece, 0, count);
                relaxed.update(piece, 0, count);
            }
            return new Hashes(simple, simple.hash(), relaxed, relaxed.hash());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime knows SHA-256", e);
        }
    }

    private DkimProof prove(SignatureTags tags, List<byte[]> fields, Hashes hashes) {
        String objection = tags.objection(clock.instant());
        if (objection != null) {
            return proof(DkimProof.Result.PERMERROR, tags, objection);
        }
        if (tags.algorithm().equals("rsa-sha1")) {
            return proof(DkimProof.Result.POLICY, tags, "SHA-1");
        }
        if (!tags.knownForms()) {
            return proof(DkimProof.Result.PERMERROR, tags, "unknown canonicalization");
        }
        BodyHash form = tags.relaxedBody() ? hashes.relaxed() : hashes.simple();
        byte[] hash = tags.relaxedBody() ? hashes.relaxedHash() : hashes.simpleHash();
        String length = tags.signedLength();
        if (length != null && !length.equals(Long.toString(form.length()))) {
            return proof(DkimProof.Result.POLICY, tags, "only a part of the body is signed");
        }
        if (!MessageDigest.isEqual(hash, tags.bodyHash())) {
            return proof(DkimProof.Result.FAIL, tags, "the body was changed");
        }
        String where = tags.selector() + "._domainkey." + tags.domain();
        return switch (keys.ask(where)) {
            case KeyAnswer.CouldNotTell _ ->
                    proof(DkimProof.Result.TEMPERROR, tags, "the key could not be looked up");
            case KeyAnswer.None _ -> proof(DkimProof.Result.PERMERROR, tags, "no key");
            case KeyAnswer.Found(var record) -> prove(tags, fields, new PublishedKey(record));
        };
    }

    private static DkimProof prove(
            SignatureTags tags, List<byte[]> fields, PublishedKey published) {
        String objection = published.objection(tags);
        if (objection != null) {
            return proof(DkimProof.Result.PERMERROR, tags, objection);
        }
        try {
            PublicKey key = published.key();
            if (PublishedKey.isTooWeak(key)) {
                return proof(DkimProof.Result.POLICY, tags, "the key is too short or too long");
            }
            return PublishedKey.proves(key, signed(tags, fields), tags.signature())
                    ? proof(DkimProof.Result.PASS, tags, "")
                    : proof(DkimProof.Result.FAIL, tags, "the header was changed");
        } catch (GeneralSecurityException notAKey) {
            return proof(DkimProof.Result.PERMERROR, tags, "the key cannot be used");
        }
    }

    /**
     * The octets that were signed (RFC 6376 3.7): several of one name from the last to the first.
     */
    private static byte[] signed(SignatureTags tags, List<byte[]> fields) {
        Map<String, Deque<byte[]>> byName = new HashMap<>();
        for (byte[] field : fields) {
            byName.computeIfAbsent(name(field), _ -> new ArrayDeque<>()).push(field);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : tags.names()) {
            Deque<byte[]> left = byName.get(name);
            byte[] field = left == null ? null : left.poll();
            add(field, tags.relaxedHeader(), out);
        }
        byte[] own = tags.unsigned();
        out.writeBytes(tags.relaxedHeader() ? RelaxedField.of(own).line() : own);
        return out.toByteArray();
    }

    private static void add(byte @Nullable [] field, boolean relaxed, ByteArrayOutputStream out) {
        if (field == null) {
            return; // RFC 6376 3.5: signed to be absent
        }
        if (relaxed) {
            out.writeBytes(RelaxedField.of(field).line());
            out.writeBytes(LINE_END);
        } else {
            out.writeBytes(field);
        }
    }

    private static DkimProof proof(DkimProof.Result result, SignatureTags tags, String why) {
        return new DkimProof(result, tags.domain(), tags.selector(), tags.shortSignature(), why);
    }
}
