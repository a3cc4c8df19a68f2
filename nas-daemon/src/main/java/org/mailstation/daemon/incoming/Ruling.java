package org.mailstation.daemon.incoming;

import org.mailstation.config.Incoming;

/** What to do with a stranger's letter. */
public sealed interface Ruling {
    /** It goes where it shall go. */
    record Take() implements Ruling {}

    /**
     * It goes into the junk folder.
     *
     * @param why in one word, for example {@code dmarc}
     */
    record Junk(String why) implements Ruling {}

    /**
     * It is not taken.
     *
     * @param reply a whole SMTP reply line without its end
     */
    record Refuse(String reply) implements Ruling {}

    /** Not now: whoever sends letters that one wants comes again. */
    Refuse COME_AGAIN =
            new Refuse(
                    "451 4.7.1 This station does not know your server yet, please try again in"
                            + " some minutes (greylisting)");

    /** Decides by what was found out, and by what the owner wants. */
    static Ruling of(Credentials seen, Incoming wanted) {
        boolean apply = wanted.dmarc() == Incoming.Dmarc.APPLY;
        Told dmarc = seen.dmarc();
        if (apply && dmarc.result() == Told.Result.FAIL) {
            switch (seen.policy()) {
                case REJECT -> {
                    return new Refuse(
                            "550 5.7.26 Neither SPF nor DKIM proves that this letter is from "
                                    + dmarc.about()
                                    + ", which asks to refuse such letters (DMARC)");
                }
                case QUARANTINE -> {
                    return new Junk("dmarc");
                }
                case NONE -> {
                    // it only wants to be told
                }
            }
        }
        if (seen.dmarc().result() == Told.Result.PERMERROR && !seen.somebodyVouches()) {
            return seen.fromInternet() ? new Junk("author") : new Take();
        }
        boolean proven = dmarc.result() == Told.Result.PASS;
        return seen.lists().isEmpty() || proven ? new Take() : new Junk("block-list");
    }
}
