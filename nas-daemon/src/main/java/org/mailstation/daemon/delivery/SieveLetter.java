package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.sieve.SieveMail;
import org.mailstation.daemon.store.text.LetterText;
import org.mailstation.daemon.store.text.TextSink;

/** A letter as the rules of an account see it. */
record SieveLetter(Envelope envelope, String account, Letter letter, Header header)
        implements SieveMail {
    /** Of a body: what stands behind it was not written by a person. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final int LONGEST_FIELD = 20_000;

    static SieveLetter of(Filing.Work work) throws IOException {
        return new SieveLetter(work.envelope(), work.account(), work.letter(), work.header());
    }

    @Override
    public List<String> header(String name) {
        return header.all(name).stream()
                .map(raw -> raw.length() > LONGEST_FIELD ? raw.substring(0, LONGEST_FIELD) : raw)
                .map(raw -> DecoderUtil.decodeEncodedWords(raw, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public List<String> addresses(String name) {
        return header.all(name).stream()
                .flatMap(content -> FromField.addresses(content).stream())
                .map(Address::toString)
                .toList();
    }

    @Override
    public String sender() {
        return envelope.senderText();
    }

    /** The one that leads here with a plus, where there is one; otherwise the account itself. */
    @Override
    public String recipient() {
        return envelope.recipients().stream()
                .map(Address::toString)
                .filter(this::isDetailed)
                .findFirst()
                .orElse(account);
    }

    private boolean isDetailed(String address) {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return plus > 0
                && plus < at
                && (address.substring(0, plus) + address.substring(at)).equals(account);
    }

    @Override
    public long size() {
        return letter.size();
    }

    @Override
    public String body(boolean raw) throws IOException {
        if (raw) {
            try (InputStream in = letter.open()) {
                in.skipNBytes(header.length());
                return new String(in.readNBytes(MOST_CHARACTERS), StandardCharsets.UTF_8);
            }
        }
        StringBuilder text = new StringBuilder();
        try (InputStream in = letter.open()) {
            LetterText.read(in, new Collecting(text), MOST_CHARACTERS);
        }
        return text.toString();
    }

    private record Collecting(StringBuilder text) implements TextSink {
        @Override
        public void text(CharSequence piece) {
            text.append(piece);
        }

        @Override
        public void pause() {
            text.append('\n');
        }
    }
}
