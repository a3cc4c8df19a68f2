package org.mailstation.daemon.incoming;

import java.util.List;
import org.mailstation.daemon.dkim.DkimProof;

/**
 * What was found out about a letter.
 *
 * @param fromInternet whether the client's address is one of the Internet's: where it is not, a
 *     router or somebody at home stands between, and the address says nothing about the sender
 * @param spf about the envelope's domain
 * @param dkim one for each signature
 * @param dmarc about the author's domain
 * @param policy what the author's domain asks for if that failed
 * @param reverse about the client
 * @param lists the block lists that have the client
 */
public record Credentials(
        boolean fromInternet,
        Told spf,
        List<DkimProof> dkim,
        Told dmarc,
        Policy policy,
        Told reverse,
        List<String> lists) {
    /** What the author's domain asks for. */
    public enum Policy {
        NONE,
        QUARANTINE,
        REJECT
    }

    public Credentials {
        dkim = List.copyOf(dkim);
        lists = List.copyOf(lists);
    }

    /** Whether some domain vouches for the letter, whichever it is. */
    public boolean somebodyVouches() {
        return spf.result() == Told.Result.PASS
                || dkim.stream().anyMatch(proof -> proof.result() == DkimProof.Result.PASS);
    }

    /** Whether somebody who might have vouched could not be asked. */
    public boolean somebodyWasNotReached() {
        return spf.result() == Told.Result.TEMPERROR
                || dmarc.result() == Told.Result.TEMPERROR
                || dkim.stream().anyMatch(proof -> proof.result() == DkimProof.Result.TEMPERROR);
    }
}
