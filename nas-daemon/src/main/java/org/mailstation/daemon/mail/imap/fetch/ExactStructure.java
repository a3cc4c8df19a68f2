package org.mailstation.daemon.mail.imap.fetch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.james.imap.message.response.FetchResponse.Envelope;
import org.apache.james.imap.message.response.FetchResponse.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A letter's structure (RFC 3501 7.4.2) whose descriptions and names of files are told in {@link
 * PlainWords} where they stand in the letter in letters beyond ASCII (RFC 6532), of which James
 * makes question marks.
 */
public record ExactStructure(Structure james) implements Structure {
    static @Nullable Structure of(@Nullable Structure james) {
        return james == null ? null : new ExactStructure(james);
    }

    private static @Nullable List<String> plain(@Nullable List<String> words) {
        return words == null ? null : words.stream().map(ExactStructure::plain).toList();
    }

    private static String plain(String word) {
        return PlainWords.isAscii(word) ? word : PlainWords.encoded(PlainWords.text(word));
    }

    @Override
    public String getMediaType() {
        return james.getMediaType();
    }

    @Override
    public String getSubType() {
        return james.getSubType();
    }

    @Override
    public @Nullable List<String> getParameters() {
        return plain(james.getParameters());
    }

    @Override
    public @Nullable String getId() {
        return PlainWords.of(james.getId());
    }

    @Override
    public @Nullable String getDescription() {
        return PlainWords.of(james.getDescription());
    }

    @Override
    public String getEncoding() {
        return james.getEncoding();
    }

    @Override
    public long getOctets() {
        return james.getOctets();
    }

    @Override
    public long getLines() {
        return james.getLines();
    }

    @Override
    public @Nullable String getMD5() {
        return james.getMD5();
    }

    @Override
    public @Nullable Map<String, String> getDispositionParams() {
        Map<String, String> words = james.getDispositionParams();
        if (words == null) {
            return null;
        }
        Map<String, String> said = new LinkedHashMap<>();
        words.forEach((name, value) -> said.put(name, plain(value)));
        return said;
    }

    @Override
    public @Nullable String getDisposition() {
        return james.getDisposition();
    }

    @Override
    public @Nullable List<String> getLanguages() {
        return james.getLanguages();
    }

    @Override
    public @Nullable String getLocation() {
        return PlainWords.of(james.getLocation());
    }

    @Override
    public @Nullable Iterator<Structure> parts() {
        Iterator<Structure> parts = james.parts();
        if (parts == null) {
            return null;
        }
        Iterable<Structure> each = () -> parts;
        return StreamSupport.stream(each.spliterator(), false)
                .<Structure>map(ExactStructure::new)
                .iterator();
    }

    @Override
    public @Nullable Envelope getEnvelope() {
        Envelope envelope = james.getEnvelope();
        return envelope == null ? null : new ExactEnvelope(envelope);
    }

    @Override
    public @Nullable Structure getBody() {
        return of(james.getBody());
    }
}
