package org.mailstation.daemon.incoming;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.mailstation.daemon.dkim.DkimProof;
import org.mailstation.daemon.incoming.Credentials.Policy;
import org.mailstation.probe.NameServer;

/** Does the author's own domain vouch for the letter (RFC 7489 3.1, 6.6)? */
final class DmarcJudge {
    /** Letters with more domains of authors are no letters. */
    private static final int MOST_DOMAINS = 4;

    private final RandomGenerator random;

    /**
     * @param random for domains that ask to try their policy on a part of their letters first
     */
    DmarcJudge(RandomGenerator random) {
        this.random = random;
    }

    record Verdict(Told told, Policy policy) {}

    private static Verdict none(Told told) {
        return new Verdict(told, Policy.NONE);
    }

    /** Of several authors the worst counts (6.6.1): each of them is shown to the reader. */
    Verdict judge(
            Stranger letter,
            boolean fromInternet,
            Told spf,
            List<DkimProof> dkim,
            NameServer resolver) {
        Set<String> domains =
                letter.authors().stream().map(one -> one.domain()).collect(Collectors.toSet());
        if (letter.oddAuthor() || domains.size() > MOST_DOMAINS) {
            return none(new Told(Told.Result.PERMERROR, "", "several fields From, or an odd one"));
        }
        Verdict worst = null;
        for (String domain : domains) {
            Verdict one = judge(domain, fromInternet, spf, dkim, resolver);
            if (worst == null || weight(one) > weight(worst)) {
                worst = one;
            }
        }
        return worst == null ? none(Told.of(Told.Result.NONE, "")) : worst;
    }

    private static int weight(Verdict verdict) {
        return switch (verdict.told().result()) {
            case FAIL -> 10 + verdict.policy().ordinal();
            case TEMPERROR -> 3;
            case NONE -> 2;
            default -> 1;
        };
    }

    private Verdict judge(
            String domain,
            boolean fromInternet,
            Told spf,
            List<DkimProof> dkim,
            NameServer resolver) {
        if (!fromInternet && dkim.isEmpty()) {
            return none(new Told(Told.Result.NONE, domain, "not from the Internet"));
        }
        return switch (DmarcPolicy.of(domain, resolver)) {
            case DmarcPolicy.CouldNotTell() -> none(Told.of(Told.Result.TEMPERROR, domain));
            case DmarcPolicy.Nothing() -> none(Told.of(Told.Result.NONE, domain));
            case DmarcPolicy.Published(var policy) ->
                    judge(domain, fromInternet, spf, dkim, policy);
        };
    }

    private Verdict judge(
            String domain,
            boolean fromInternet,
            Told spf,
            List<DkimProof> dkim,
            DmarcPolicy policy) {
        boolean bySpf = Organization.aligned(spf.about(), domain, policy.strictSpf());
        List<DkimProof> own =
                dkim.stream().filter(one -> aligned(one, domain, policy.strictDkim())).toList();
        boolean proven =
                (bySpf && spf.result() == Told.Result.PASS)
                        || own.stream().anyMatch(one -> one.result() == DkimProof.Result.PASS);
        if (proven) {
            return new Verdict(Told.of(Told.Result.PASS, domain), policy.wish());
        }
        boolean untold =
                !fromInternet
                        || (bySpf && spf.result() == Told.Result.TEMPERROR)
                        || own.stream().anyMatch(one -> one.result() == DkimProof.Result.TEMPERROR);
        return untold
                ? none(Told.of(Told.Result.TEMPERROR, domain))
                : new Verdict(Told.of(Told.Result.FAIL, domain), sampled(policy));
    }

    private static boolean aligned(DkimProof proof, String domain, boolean strict) {
        return !proof.domain().isEmpty() && Organization.aligned(proof.domain(), domain, strict);
    }

    /** RFC 7489 6.6.4: what is not in the sample gets the next milder treatment. */
    private Policy sampled(DmarcPolicy policy) {
        boolean in = policy.percent() >= 100 || random.nextInt(100) < policy.percent();
        return switch (policy.wish()) {
            case REJECT -> in ? Policy.REJECT : Policy.QUARANTINE;
            case QUARANTINE -> in ? Policy.QUARANTINE : Policy.NONE;
            case NONE -> Policy.NONE;
        };
    }
}
