package org.mailstation.daemon.store.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The records in bytes, the same in the journal and in the index. */
public final class Codec {
    private Codec() {}

    public static byte[] bytes(LetterRecord letter) {
        BytesOut out = new BytesOut();
        write(out, letter);
        return out.toArray();
    }

    public static LetterRecord letter(byte[] bytes) {
        return readLetter(new BytesIn(bytes));
    }

    static void write(BytesOut out, LetterRecord letter) {
        out.number(letter.uid()).number(letter.modSeq()).number(letter.flags().bits());
        writeTexts(out, letter.flags().keywords());
        out.number(letter.size()).number(letter.bodyStart());
        out.number(letter.internalDate()).number(letter.saveDate());
        out.id(letter.id()).id(letter.thread());
        out.optionalText(letter.mediaType()).optionalText(letter.subType()).number(letter.lines());
    }

    static LetterRecord readLetter(BytesIn in) {
        return new LetterRecord(
                in.number(),
                in.number(),
                LetterFlags.of((int) in.number(), readTexts(in)),
                in.number(),
                (int) in.number(),
                in.number(),
                in.number(),
                in.id(),
                in.id(),
                in.optionalText(),
                in.optionalText(),
                in.number());
    }

    public static byte[] bytes(LetterDetails details) {
        BytesOut out = new BytesOut();
        writeProperties(out, details);
        out.octets(details.header());
        return out.toArray();
    }

    public static LetterDetails details(byte[] bytes) {
        BytesIn in = new BytesIn(bytes);
        return readProperties(in).withHeader(in.octets());
    }

    /** The header alone of what {@link #bytes(LetterDetails)} wrote. */
    public static byte[] header(byte[] details) {
        BytesIn in = new BytesIn(details);
        for (int texts = 3 * in.count(); texts > 0; texts--) {
            in.skip();
        }
        return in.octets();
    }

    /** Without the header, which the letter itself holds. */
    static void writeProperties(BytesOut out, LetterDetails details) {
        out.number(details.properties().size());
        for (LetterDetails.Property property : details.properties()) {
            out.text(property.namespace()).text(property.name()).text(property.value());
        }
    }

    static LetterDetails readProperties(BytesIn in) {
        int count = in.count();
        List<LetterDetails.Property> properties = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            properties.add(new LetterDetails.Property(in.text(), in.text(), in.text()));
        }
        return new LetterDetails(properties, new byte[0]);
    }

    public static byte[] bytes(BoxRecord box) {
        BytesOut out = new BytesOut();
        write(out, box);
        return out.toArray();
    }

    public static BoxRecord box(byte[] bytes) {
        return readBox(new BytesIn(bytes));
    }

    static void write(BytesOut out, BoxRecord box) {
        out.number(box.id());
        out.text(box.path().user()).text(box.path().namespace()).text(box.path().name());
        out.number(box.uidValidity()).text(box.acl()).text(box.folder());
    }

    static BoxRecord readBox(BytesIn in) {
        return new BoxRecord(
                in.number(),
                new BoxPath(in.text(), in.text(), in.text()),
                in.number(),
                in.text(),
                in.text());
    }

    public static byte[] bytes(BoxState state) {
        BytesOut out = new BytesOut();
        write(out, state);
        return out.toArray();
    }

    public static BoxState state(byte[] bytes) {
        return readState(new BytesIn(bytes));
    }

    static void write(BytesOut out, BoxState state) {
        out.number(state.lastUid()).number(state.modSeq());
        out.number(state.exists()).number(state.unseen()).number(state.octets());
        writeTexts(out, state.keywords());
    }

    static BoxState readState(BytesIn in) {
        return new BoxState(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                keywordSet(readTexts(in)));
    }

    private static Set<String> keywordSet(List<String> keywords) {
        return new TreeSet<>(keywords);
    }

    private static void writeTexts(BytesOut out, java.util.Collection<String> texts) {
        out.number(texts.size());
        texts.forEach(out::text);
    }

    static List<String> readTexts(BytesIn in) {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }
}
