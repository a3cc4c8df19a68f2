package org.mailstation.desktop.flow;

import org.jspecify.annotations.Nullable;

/** Waits for the yes to what somebody wants done. All on the owner's thread. */
final class Consent {

    private @Nullable Wish wish;
    private Runnable deed = () -> {};

    /** What is asked about once more; {@code null}: nothing. */
    @Nullable Wish wish() {
        return wish;
    }

    /** Nothing is done before the yes. */
    void ask(Wish about, Runnable wanted) {
        wish = about;
        deed = wanted;
    }

    /** Yes: it is done, if anything was asked about. */
    void give() {
        if (wish != null) {
            wish = null;
            deed.run();
        }
    }

    /** No, or it does not matter any more. */
    void drop() {
        wish = null;
    }
}
