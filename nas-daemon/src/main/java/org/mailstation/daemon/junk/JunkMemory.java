package org.mailstation.daemon.junk;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.mailstation.daemon.notes.NoteBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each person calls junk. A letter is never held up by it: whatever fails, it is no junk. */
public final class JunkMemory {
    private static final Logger LOG = LoggerFactory.getLogger(JunkMemory.class);

    private static final long JUNK = 1;
    private static final long GOOD = 2;

    /** Older ones cannot be unlearnt any more. */
    private static final int MOST_REMEMBERED = 5000;

    private final NoteBook notes;
    private final BooleanSupplier wanted;
    private final ConcurrentMap<String, JunkSense> senses = new ConcurrentHashMap<>();

    /**
     * @param wanted whether the owner wants it now
     */
    public JunkMemory(NoteBook notes, BooleanSupplier wanted) {
        this.notes = notes;
        this.wanted = wanted;
    }

    private JunkSense sense(String account) {
        return senses.computeIfAbsent(
                account, name -> new JunkSense(notes.map("junk words " + name)));
    }

    /** Whether this letter is junk to this person, as far as one can be sure. */
    public boolean isJunk(String account, LetterWords.Source letter) {
        if (!wanted.getAsBoolean()) {
            return false;
        }
        try {
            JunkSense sense = sense(account);
            // its words take longer than all the rest of a delivery
            return sense.canTell() && sense.isJunk(LetterWords.of(letter));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "Whether a letter to {} is junk cannot be told; it is taken for none",
                    account,
                    e);
            return false;
        }
    }

    /**
     * A person put a letter into the junk folder or out of it. Each letter counts once; another
     * opinion takes the place of the first.
     *
     * @param id that stays the same when the letter is moved
     */
    public void learn(String account, String id, LetterWords.Source letter, boolean junk)
            throws IOException {
        if (!wanted.getAsBoolean()) {
            return;
        }
        ConcurrentMap<String, Long> opinions = notes.map("junk letters " + account);
        long opinion = junk ? JUNK : GOOD;
        Long before = opinions.get(id);
        JunkSense sense = sense(account);
        if (before != null && before == opinion) {
            return;
        }
        if (before == null && sense.hasEnough(junk)) {
            return;
        }
        Set<Long> words = LetterWords.of(letter);
        if (before != null) {
            sense.unlearn(words, before == JUNK);
        }
        sense.learn(words, junk);
        if (opinions.size() >= MOST_REMEMBERED) {
            opinions.keySet().stream()
                    .limit(MOST_REMEMBERED / 10)
                    .toList()
                    .forEach(opinions::remove);
        }
        opinions.put(id, opinion);
    }

    /** Forgets what people called junk who have no account any more. */
    public void retain(Set<String> accounts) {
        notes.names().stream()
                .filter(name -> name.startsWith("junk "))
                .filter(name -> !accounts.contains(name.substring(name.lastIndexOf(' ') + 1)))
                .toList()
                .forEach(notes::drop);
        senses.keySet().retainAll(accounts);
    }
}
