package org.mailstation.daemon.store.thread;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.apache.james.mailbox.store.search.SearchUtil;
import org.mailstation.daemon.store.text.Folding;
import org.mailstation.daemon.store.text.HeaderField;

/**
 * The marks by which letters of one conversation find each other: one for each message id that a
 * letter has or names, made of the account, the id and the base subject (RFC 5256, 2.1). Letters of
 * one account with a common mark are one conversation.
 */
public final class ThreadKeys {
    /** A letter that names more counts by its first and its last ones. */
    private static final int MOST = 32;

    private ThreadKeys() {}

    /**
     * @param user the account whose letter it is
     * @param header the letter's header
     */
    public static List<Long> of(String user, byte[] header) {
        List<String> ids = new ArrayList<>();
        String subject = "";
        for (HeaderField field : HeaderField.parse(header)) {
            if (field.is("Message-ID") || field.is("In-Reply-To") || field.is("References")) {
                ids.add(field.body());
            } else if (field.is("Subject")) {
                subject = field.value();
            }
        }
        return of(user, ids, subject);
    }

    /**
     * @param idFields bodies of Message-ID, In-Reply-To and References
     * @param subject decoded
     */
    public static List<Long> of(String user, List<String> idFields, String subject) {
        Set<String> ids = new LinkedHashSet<>();
        idFields.forEach(field -> addIds(field, ids));
        String base = subject.isEmpty() ? "" : Folding.fold(SearchUtil.getBaseSubject(subject));
        List<Long> keys = new ArrayList<>();
        int number = 0;
        for (String id : ids) {
            if (number == 0 || number > ids.size() - MOST) {
                keys.add(hash(user + '\0' + id + '\0' + base));
            }
            number++;
        }
        return keys;
    }

    /** Ids are in angle brackets; in a field without any, words are taken for ids. */
    private static void addIds(String field, Set<String> ids) {
        int open = field.indexOf('<');
        if (open < 0) {
            StringTokenizer words = new StringTokenizer(field);
            while (words.hasMoreTokens()) {
                ids.add(words.nextToken());
            }
        }
        while (open >= 0) {
            int close = field.indexOf('>', open);
            if (close > open + 1) {
                ids.add(field.substring(open + 1, close).strip());
            }
            open = close < 0 ? -1 : field.indexOf('<', close);
        }
    }

    /** Long enough that no two meet by chance, and nobody can choose an id that meets another. */
    private static long hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
