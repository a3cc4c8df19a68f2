package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.AnnotationMapper;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.record.Change;

/** Annotations of mailboxes (RFC 5464). */
record AnnotationsMapper(Engine engine) implements AnnotationMapper {
    @Override
    public List<MailboxAnnotation> getAllAnnotations(MailboxId mailboxId) {
        return find(mailboxId, key -> true);
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeys(
            MailboxId mailboxId, Set<MailboxAnnotationKey> keys) {
        return find(mailboxId, keys::contains);
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithOneDepth(
            MailboxId mailboxId, Set<MailboxAnnotationKey> keys) {
        return find(
                mailboxId,
                key ->
                        keys.stream()
                                .anyMatch(
                                        asked ->
                                                below(asked, key)
                                                        && key.countComponents()
                                                                <= asked.countComponents() + 1));
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithAllDepth(
            MailboxId mailboxId, Set<MailboxAnnotationKey> keys) {
        return find(mailboxId, key -> keys.stream().anyMatch(asked -> below(asked, key)));
    }

    private static boolean below(MailboxAnnotationKey asked, MailboxAnnotationKey key) {
        return key.equals(asked)
                || name(key).startsWith(name(asked) + MailboxAnnotationKey.SLASH_CHARACTER);
    }

    private List<MailboxAnnotation> find(
            MailboxId mailboxId, Predicate<MailboxAnnotationKey> wanted) {
        return engine.index().annotations(BoxId.of(mailboxId)).entrySet().stream()
                .map(
                        entry ->
                                MailboxAnnotation.newInstance(
                                        new MailboxAnnotationKey(entry.getKey()), entry.getValue()))
                .filter(annotation -> wanted.test(annotation.getKey()))
                .toList();
    }

    @Override
    public void insertAnnotation(MailboxId mailboxId, MailboxAnnotation annotation) {
        String value =
                annotation
                        .getValue()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "an annotation without a value is deleted, not set"));
        change(new Change.PutAnnotation(BoxId.of(mailboxId), name(annotation.getKey()), value));
    }

    @Override
    public void deleteAnnotation(MailboxId mailboxId, MailboxAnnotationKey key) {
        change(new Change.RemoveAnnotation(BoxId.of(mailboxId), name(key)));
    }

    private void change(Change change) {
        engine.run(
                Scope.changing(Scope.CATALOGUE),
                transaction -> {
                    transaction.put(change);
                    return true;
                },
                e -> new UncheckedIOException(new IOException(e)));
    }

    @Override
    public boolean exist(MailboxId mailboxId, MailboxAnnotation annotation) {
        return engine.index()
                .annotations(BoxId.of(mailboxId))
                .containsKey(name(annotation.getKey()));
    }

    @Override
    public int countAnnotations(MailboxId mailboxId) {
        return engine.index().annotations(BoxId.of(mailboxId)).size();
    }

    /** Keys do not distinguish upper and lower case (RFC 5464, 3.2). */
    private static String name(MailboxAnnotationKey key) {
        return key.asString().toLowerCase(Locale.ROOT);
    }
}
