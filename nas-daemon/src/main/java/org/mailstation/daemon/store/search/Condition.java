package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One condition of a search. */
interface Condition {
    boolean matches(Letter letter) throws IOException;

    /** Whether it needs more than the letter's record. */
    default boolean isCostly() {
        return false;
    }

    /**
     * @return all letters that can match, if they are known and are few; {@code null} if not
     * @param few so many at most
     */
    default @Nullable List<UUID> only(int few) throws IOException {
        return null;
    }

    /** Cheap conditions first, so that the costly ones see few letters. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = parts.stream().sorted(Comparator.comparing(Condition::isCostly)).toList();
        }

        @Override
        public boolean matches(Letter letter) throws IOException {
            for (Condition part : parts) {
                if (!part.matches(letter)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isCostly() {
            return parts.stream().anyMatch(Condition::isCostly);
        }

        @Override
        public @Nullable List<UUID> only(int few) throws IOException {
            for (Condition part : parts) {
                List<UUID> only = part.only(few);
                if (only != null) {
                    return only;
                }
            }
            return null;
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = parts.stream().sorted(Comparator.comparing(Condition::isCostly)).toList();
        }

        @Override
        public boolean matches(Letter letter) throws IOException {
            for (Condition part : parts) {
                if (part.matches(letter)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public @Nullable List<UUID> only(int few) throws IOException {
            Set<UUID> all = new LinkedHashSet<>();
            for (Condition part : parts) {
                List<UUID> only = part.only(few);
                if (only == null) {
                    return null;
                }
                all.addAll(only);
            }
            return all.size() > few ? null : List.copyOf(all);
        }

        @Override
        public boolean isCostly() {
            return parts.stream().anyMatch(Condition::isCostly);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean matches(Letter letter) throws IOException {
            return !part.matches(letter);
        }

        @Override
        public boolean isCostly() {
            return part.isCostly();
        }
    }
}
