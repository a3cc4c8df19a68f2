package org.mailstation.daemon.store.search;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.store.text.FoldedText;
import org.mailstation.daemon.store.text.Folding;
import org.mailstation.daemon.store.text.HeaderField;
import org.mailstation.daemon.store.text.LetterText;
import org.mailstation.daemon.store.text.TextSink;

/**
 * The content of one letter. Its file is opened only if the index does not have what is asked.
 *
 * @param box where it is
 */
record Letter(BoxRecord box, LetterRecord record, Index index, LetterFiles files) {
    /** Of a letter with more text, the rest is not searched. */
    static final long MOST_TEXT = 16_000_000;

    private static final int BUFFER = 16 * 1024;

    /** James does not find the end of a header whose lines end in LF alone. */
    private static final int NO_HEADER = 2;

    private static final int LONG_HEADER = 64 * 1024;

    long uid() {
        return record.uid();
    }

    /** The fields of the header. */
    List<HeaderField> header() throws IOException {
        int length = record.bodyStart();
        LetterDetails details = index.details(box.id(), record.uid());
        if (length > NO_HEADER && details != null && details.header().length == length) {
            return HeaderField.parse(details.header());
        }
        try (InputStream in = open()) {
            return HeaderField.parse(in.readNBytes(length > NO_HEADER ? length : LONG_HEADER));
        }
    }

    /**
     * Reads the text behind the header.
     *
     * @return whether a file is attached
     */
    boolean body(TextSink out) throws IOException {
        try (InputStream in = open()) {
            return LetterText.read(in, out, MOST_TEXT);
        }
    }

    private InputStream open() throws IOException {
        Path file = files.letter(box.folder(), record.uid());
        return record.size() <= BUFFER
                ? new java.io.ByteArrayInputStream(Files.readAllBytes(file))
                : new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** As it is searched. */
    static String line(HeaderField field) {
        return Folding.fold(field.name() + ": " + field.value());
    }

    boolean headerContains(Needle needle) throws IOException {
        return header().stream().anyMatch(field -> needle.isIn(line(field)));
    }

    boolean bodyContains(Needle needle) throws IOException {
        Finder finder = new Finder(needle);
        try {
            body(new FoldedText(finder));
        } catch (Finder.Found found) {
            return true;
        }
        return finder.found();
    }

    boolean hasFileNamed(Needle needle) throws IOException {
        boolean[] found = {false};
        body(new Names(name -> found[0] |= needle.isIn(Folding.fold(name))));
        return found[0];
    }

    boolean hasAttachment() throws IOException {
        return body(new Names(_ -> {}));
    }

    /** The value of the first such field, {@code null} if there is none. */
    @Nullable HeaderField field(String name) throws IOException {
        return header().stream().filter(field -> field.is(name)).findFirst().orElse(null);
    }

    /** Takes only the names of files. */
    private record Names(Consumer<String> names) implements TextSink {
        @Override
        public void text(CharSequence piece) {
            // only names count
        }

        @Override
        public void pause() {
            // only names count
        }

        @Override
        public void attachment(String name) {
            names.accept(name);
        }
    }
}
