package org.mailstation.desktop.fake;

import org.mailstation.desktop.check.Look;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.login.LoginAnswer;

/** What a station is cared for with. */
public final class FakeMeans {
    private FakeMeans() {}

    /** Nobody answers at the mailboxes; time stands still. */
    public static Care.Means of(Look look) {
        HandTimer timer = new HandTimer();
        return new Care.Means(
                look, (_, _, _, _, _) -> new LoginAnswer.NoWay("refused"), timer, timer);
    }
}
