package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A condition that the full-text index answers: it is asked once, when the first letter comes that
 * all cheaper conditions let through.
 */
final class Indexed implements Condition {
    private final FullText fullText;
    private final Collection<Long> boxes;
    private final Query hits;
    private final @Nullable Query candidates;
    private final Proof proof;

    private @Nullable Answer sure;
    private @Nullable Answer unsure;

    /**
     * @param hits finds only letters that match
     * @param candidates finds, together with {@code hits}, all letters that match, and perhaps
     *     others; {@code null} if {@code hits} finds all
     */
    Indexed(
            FullText fullText,
            Collection<Long> boxes,
            Query hits,
            @Nullable Query candidates,
            Proof proof) {
        this.fullText = fullText;
        this.boxes = boxes;
        this.hits = hits;
        this.candidates = candidates;
        this.proof = proof;
    }

    private Answer sure() throws IOException {
        if (sure == null) {
            sure = fullText.find(boxes, hits);
        }
        return sure;
    }

    private Answer unsure(Query question) throws IOException {
        if (unsure == null) {
            unsure = fullText.find(boxes, question);
        }
        return unsure;
    }

    @Override
    public boolean matches(Letter letter) throws IOException {
        UUID id = letter.record().id();
        if (!sure().covers(letter)) {
            return proven(letter);
        } else if (sure().hits().contains(id)) {
            return true;
        } else if (candidates == null) {
            return false;
        }
        Answer rest = unsure(candidates);
        return (!rest.covers(letter) || rest.hits().contains(id)) && proven(letter);
    }

    private boolean proven(Letter letter) throws IOException {
        try {
            return proof.holds(letter);
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public @Nullable List<UUID> only(int few) throws IOException {
        Set<UUID> all = new LinkedHashSet<>(some(sure(), few));
        if (candidates != null && all.size() <= few) {
            Answer rest = unsure(candidates);
            all.addAll(some(rest, few));
            return sure().whole() && rest.whole() && all.size() <= few ? List.copyOf(all) : null;
        }
        return sure().whole() && all.size() <= few ? List.copyOf(all) : null;
    }

    /** More than {@code few} are of no use. */
    private static List<UUID> some(Answer answer, int few) {
        return answer.hits().some(few + 1);
    }
}
