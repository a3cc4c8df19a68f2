package org.mailstation.check;

import java.util.function.Function;
import org.apache.james.jspf.impl.SPF;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;

/** May this address send for this domain (RFC 7208)? */
public final class SpfJudge {
    private final SPF spf;

    /**
     * @param dns blocks; that it could not tell becomes {@code temperror}
     */
    public SpfJudge(Function<DnsQuestion, DnsAnswer> dns) {
        this.spf = new SPF(new SpfDns(dns));
    }

    /** The judge as the world sees it. */
    static SpfJudge of(PublicNames names) {
        return new SpfJudge(question -> answer(names, question));
    }

    private static DnsAnswer answer(PublicNames names, DnsQuestion question) {
        try {
            return names.ask(question.name(), question.type()) instanceof Published.Same same
                    ? same.answer()
                    : new DnsAnswer.CouldNotTell(
                            DnsAnswer.Reason.SERVER_FAILURE, "no answer that all agree on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DnsAnswer.CouldNotTell(DnsAnswer.Reason.TIMEOUT, "interrupted");
        }
    }

    /**
     * One of the seven results of RFC 7208 2.6, in its words: {@code pass}, {@code temperror}…
     *
     * @param ip of the client
     * @param sender the envelope's; empty for the null sender, for which {@code hello} stands
     * @param hello the client's own name
     */
    public String result(String ip, String sender, String hello) {
        return spf.checkSPF(ip, sender, hello).getResult();
    }
}
