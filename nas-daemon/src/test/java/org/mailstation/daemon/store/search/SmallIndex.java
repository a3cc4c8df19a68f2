package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.mailstation.daemon.store.text.FoldedText;

/** A full-text index in memory, of bodies by their numbers. */
final class SmallIndex implements AutoCloseable {
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    SmallIndex(List<String> letters) throws IOException {
        Terms terms = new Terms();
        TermStream stream = new TermStream();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (String letter : letters) {
                terms.clear();
                FoldedText text = new FoldedText(terms.of(Kind.BODY));
                text.text(letter);
                text.pause();
                writer.addDocument(document(terms, stream));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    private static Document document(Terms terms, TermStream stream) {
        Document document = new Document();
        document.add(new TextField(Term.FIELD, stream.of(terms.words())));
        BytesRef signature = terms.signature();
        if (signature == null) {
            var unsigned = LetterDocument.UNSIGNED;
            document.add(new StringField(unsigned.field(), unsigned.bytes(), Field.Store.NO));
        } else {
            document.add(new BinaryDocValuesField(SignatureQuery.FIELD, signature));
        }
        return document;
    }

    /** As a {@link Finder} sees it. */
    static String folded(String letter) throws IOException {
        StringBuilder folded = new StringBuilder();
        FoldedText text = new FoldedText((chunk, _) -> folded.append(chunk));
        text.text(letter);
        text.pause();
        return folded.toString();
    }

    List<Integer> find(Query query) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, Math.max(1, reader.maxDoc())).scoreDocs) {
            found.add(hit.doc);
        }
        found.sort(null);
        return found;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
