package org.mailstation.config;

import java.util.List;

/** A value, or every reason why there is none. */
public sealed interface Parsed<T> {
    record Valid<T>(T value) implements Parsed<T> {}

    /**
     * There is none.
     *
     * @param problems at least one
     */
    record Invalid<T>(List<Problem> problems) implements Parsed<T> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
