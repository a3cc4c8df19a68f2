package org.mailstation.daemon.check;

import java.util.List;
import org.mailstation.check.Scene;
import org.mailstation.daemon.accounts.HourlyCount;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Does somebody guess passwords, or send far more letters than a family writes? */
final class AbuseCheck extends NasCheck {
    /** Every station on the Internet sees some hundred guesses a day. */
    private static final int MANY_GUESSES = 750;

    /** An invitation to everybody one knows is still less. */
    private static final int MANY_AN_HOUR = 200;

    private static final int MANY_A_DAY = 1000;

    private final HourlyCount guesses;
    private final HourlyCount sent;

    /**
     * @param guesses logins that were refused
     * @param sent letters that other servers took
     */
    AbuseCheck(HourlyCount guesses, HourlyCount sent) {
        super("abuse", Hop.DAEMON);
        this.guesses = guesses;
        this.sent = sent;
    }

    @Override
    public List<Finding> look(Scene scene) {
        return List.of(guesses(scene), sent(scene));
    }

    private Finding guesses(Scene scene) {
        int number = guesses.lastDay();
        Observation seen =
                seen(scene, "logins", "refused logins of the last day", String.valueOf(number));
        return number > MANY_GUESSES
                ? seen.warn(Severity.WARNING, Text.of("abuse.logins", number), null)
                : seen.pass(Text.of("abuse.logins.ok", number));
    }

    private Finding sent(Scene scene) {
        int day = sent.lastDay();
        int hour = sent.busiestHour();
        Observation seen =
                seen(
                        scene,
                        "sent",
                        "letters sent in the last day, in its busiest hour",
                        day + ", " + hour);
        return day > MANY_A_DAY || hour > MANY_AN_HOUR
                ? seen.warn(
                        Severity.WARNING,
                        Text.of("abuse.sent", day),
                        new Remedy.RunOnNas(
                                Text.of("abuse.sent.remedy"),
                                "mailstationctl account passwd ADDRESS"))
                : seen.pass(Text.of("abuse.sent.ok", day));
    }
}
