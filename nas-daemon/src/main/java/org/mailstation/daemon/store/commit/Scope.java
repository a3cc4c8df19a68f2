package org.mailstation.daemon.store.commit;

import java.util.HashSet;
import java.util.Set;

/**
 * What an operation depends on. Operations that only add letters share a mailbox; one that reads or
 * changes what is there needs it alone, because within one commit nobody sees what the others are
 * about to do.
 *
 * @param shared mailboxes to which it only adds
 * @param alone mailboxes of which it reads letters or changes anything
 */
public record Scope(Set<Long> shared, Set<Long> alone) {
    /** Stands for the list of mailboxes, subscriptions and annotations. */
    public static final long CATALOGUE = 0;

    public Scope {
        shared = Set.copyOf(shared);
        alone = Set.copyOf(alone);
    }

    public static Scope adding(long box) {
        return new Scope(Set.of(box), Set.of());
    }

    public static Scope changing(Long... boxes) {
        return new Scope(Set.of(), new HashSet<>(java.util.Arrays.asList(boxes)));
    }

    boolean fitsBeside(Scope other) {
        return disjoint(alone, other.alone)
                && disjoint(alone, other.shared)
                && disjoint(shared, other.alone);
    }

    Scope and(Scope other) {
        Set<Long> bothShared = new HashSet<>(shared);
        bothShared.addAll(other.shared);
        Set<Long> bothAlone = new HashSet<>(alone);
        bothAlone.addAll(other.alone);
        return new Scope(bothShared, bothAlone);
    }

    private static boolean disjoint(Set<Long> one, Set<Long> other) {
        return one.stream().noneMatch(other::contains);
    }
}
