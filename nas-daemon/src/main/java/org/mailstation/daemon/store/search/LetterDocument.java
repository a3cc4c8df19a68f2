package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.mailstation.daemon.store.text.FoldedText;
import org.mailstation.daemon.store.text.Folding;
import org.mailstation.daemon.store.text.HeaderField;
import org.mailstation.daemon.store.text.TextSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the entry of a letter in the full-text index. */
final class LetterDocument {
    static final String SENT = "sent";
    static final String SENT_DAY = "day";
    static final String ATTACHED = "a";
    static final String YES = "1";

    /** A letter about which the index is never sure that something is not in it. */
    static final org.apache.lucene.index.Term UNSIGNED = new org.apache.lucene.index.Term("u", YES);

    private static final Logger LOG = LoggerFactory.getLogger(LetterDocument.class);
    private static final FieldType TERMS = termsOnly();

    private final TermStream stream = new TermStream();
    private final Terms terms = new Terms();

    private static FieldType termsOnly() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    /**
     * The answer is to be used before the next one is asked for.
     *
     * @throws NoSuchFileException if the letter was removed meanwhile
     */
    Document of(Letter letter) throws NoSuchFileException {
        Document document = new Document();
        terms.clear();
        try {
            header(letter.header(), document);
            if (body(letter)) {
                document.add(new StringField(ATTACHED, YES, Field.Store.NO));
            }
        } catch (NoSuchFileException removed) {
            throw removed;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "A part of letter {} in {} cannot be read, so searches do not see it",
                    letter.record().uid(),
                    letter.box().folder(),
                    e);
        }
        BytesRef key = LetterKey.of(letter.record().id());
        document.add(new StringField(LetterKey.FIELD, key, Field.Store.NO));
        document.add(new BinaryDocValuesField(LetterKey.FIELD, key));
        document.add(new Field(Term.FIELD, stream.of(terms.words()), TERMS));
        sign(document);
        return document;
    }

    private void sign(Document document) {
        BytesRef signature = terms.signature();
        if (signature == null) {
            document.add(new StringField(UNSIGNED.field(), UNSIGNED.bytes(), Field.Store.NO));
        } else {
            document.add(new BinaryDocValuesField(SignatureQuery.FIELD, signature));
        }
    }

    private void header(List<HeaderField> fields, Document document) {
        for (HeaderField field : fields) {
            terms.add(Kind.HEADER, Letter.line(field));
            Kind kind = Kind.of(field.name());
            if (kind != Kind.HEADER) {
                terms.add(kind, Folding.fold(field.value()));
            }
        }
        fields.stream()
                .filter(field -> field.is("Date"))
                .map(field -> SentDate.parse(field.body()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(
                        date -> {
                            document.add(new NumericDocValuesField(SENT, date.millis()));
                            document.add(new NumericDocValuesField(SENT_DAY, date.day()));
                        });
    }

    private boolean body(Letter letter) throws IOException {
        FoldedText text = new FoldedText(terms.of(Kind.BODY));
        return letter.body(
                new TextSink() {
                    @Override
                    public void text(CharSequence piece) throws IOException {
                        text.text(piece);
                    }

                    @Override
                    public void pause() throws IOException {
                        text.pause();
                    }

                    @Override
                    public void attachment(String name) throws IOException {
                        TextSink.super.attachment(name);
                        terms.add(Kind.NAME, Folding.fold(name));
                    }
                });
    }
}
