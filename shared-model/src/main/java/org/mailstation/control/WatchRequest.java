package org.mailstation.control;

/** Has the station do at once what it else does by itself. */
public record WatchRequest(Wanted wanted) {
    /** What to do before answering. */
    public enum Wanted {
        /** it looks at everything, and notes what has changed */
        LOOK,
        /** it writes its owner a letter, to show that such letters arrive */
        LETTER
    }
}
