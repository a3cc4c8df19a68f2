package org.mailstation.control;

/** Asks about the keys of the signatures and their records in the DNS, which takes some seconds. */
public record DkimRequest(Wanted wanted) {
    /** What to do before answering. */
    public enum Wanted {
        /** look at the DNS, and let a next key sign that is published */
        TELL,
        /** the same, after making a next key if none waits */
        ROTATE
    }
}
