package org.mailstation.daemon.delivery;

/** What became of a letter for one account. */
sealed interface Filed {
    /** It is where its owner wants it. */
    record Done() implements Filed {}

    /** Its owner wants it refused, and nothing was done. */
    record Unwanted(String reason) implements Filed {}
}
