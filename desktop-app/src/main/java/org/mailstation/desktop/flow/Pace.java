package org.mailstation.desktop.flow;

/**
 * Whether the person has said once that what is found shall be taken as it is. Then only pages that
 * need something nobody else can know are stopped at. Belongs to the owner's thread.
 */
final class Pace {

    private boolean accepting;

    boolean accepting() {
        return accepting;
    }

    /** What is found is taken as it is, from here to the review. */
    void accept() {
        accepting = true;
    }

    /** From here on page by page: the person looks around, or all is accepted. */
    void walk() {
        accepting = false;
    }
}
