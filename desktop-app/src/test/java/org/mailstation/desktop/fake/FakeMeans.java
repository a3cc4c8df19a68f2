package org.mailstation.desktop.fake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.check.Look;
import org.mailstation.desktop.check.UpdatePlace;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.Habits;
import org.mailstation.desktop.flow.OutwardLetter;
import org.mailstation.desktop.login.LetterOut;
import org.mailstation.desktop.login.LoginAnswer;
import org.mailstation.desktop.login.MailLogin;
import org.mailstation.desktop.login.Posted;
import org.mailstation.desktop.work.FailureException;

/** What a station is cared for with. */
public final class FakeMeans {
    public static final String SUBJECT = "Mail Station test 000000000000";

    private FakeMeans() {}

    /** Nobody answers at the mailboxes; time stands still. */
    public static Care.Means of(Look look) {
        HandTimer timer = new HandTimer();
        return new Care.Means(
                look,
                (_, _, _, _, _, _) -> new LoginAnswer.NoWay("refused"),
                outward((_, _, _, _, _, _, _) -> new Posted.NoWay("refused"), timer),
                timer,
                timer,
                new FakeAutostart(),
                versions(Path.of("target", "nowhere")));
    }

    /** Waits at a gate before it tries; cancelled there, it was hung up. */
    public static MailLogin behind(Supplier<@Nullable Gate> gate, MailLogin login) {
        return (host, port, key, user, password, cancellation) -> {
            try {
                Gate.pass(gate.get(), cancellation);
            } catch (FailureException e) {
                return new LoginAnswer.NoWay("hung up");
            }
            return login.tryIt(host, port, key, user, password, cancellation);
        };
    }

    /** Every letter has the same subject, {@link #SUBJECT}; nobody waits. */
    public static OutwardLetter.Means outward(LetterOut post, InstantSource clock) {
        return new OutwardLetter.Means(post, _ -> {}, () -> 0L, clock);
    }

    /** Newer versions are looked for where a file in this folder says. */
    public static Habits.Versions versions(Path folder) {
        return new Habits.Versions(
                new UpdatePlace(folder.resolve("updates-place"), folder.resolve("updates")),
                FakeNas.VERSION);
    }
}
