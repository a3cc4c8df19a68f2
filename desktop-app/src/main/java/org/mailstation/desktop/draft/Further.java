package org.mailstation.desktop.draft;

import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.config.Account;

/**
 * What happens to a mailbox's letters besides, as typed.
 *
 * @param forwardTo addresses here or elsewhere that get every letter, separated by commas or blanks
 * @param keepCopy whether letters that are forwarded stay here, too
 * @param saveSent whether what is sent is put into the folder of sent letters
 * @param refuses whether letters are refused as long as nobody can sign in
 */
public record Further(String forwardTo, boolean keepCopy, boolean saveSent, boolean refuses) {

    public static final Further USUAL = new Further("", true, false, false);

    static Further of(Account account, String domain) {
        return new Further(
                account.forwardTo().stream()
                        .map(one -> Addressing.shortened(one, domain))
                        .collect(Collectors.joining(", ")),
                account.keepCopy(),
                account.saveSent(),
                account.refuses());
    }

    public Further withForwardTo(String typed) {
        return new Further(typed, keepCopy, saveSent, refuses);
    }

    public Further withKeepCopy(boolean keeping) {
        return new Further(forwardTo, keeping, saveSent, refuses);
    }

    public Further withSaveSent(boolean saving) {
        return new Further(forwardTo, keepCopy, saving, refuses);
    }

    public Further withRefuses(boolean refusing) {
        return new Further(forwardTo, keepCopy, saveSent, refusing);
    }

    Account on(Account account, String domain) {
        List<String> targets = Addressing.all(forwardTo, domain);
        // nobody means to lose letters by emptying the field
        return account.forwarding(targets, keepCopy || targets.isEmpty())
                .savingSent(saveSent)
                .refusing(refuses && !account.enabled());
    }

    /** Whether anything is other than usual. */
    public boolean used() {
        return !forwardTo.isBlank() || saveSent;
    }
}
