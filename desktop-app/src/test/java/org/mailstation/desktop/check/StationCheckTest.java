package org.mailstation.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Selection;
import org.mailstation.desktop.fake.FakeEye;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;

/** What is not seen through the command line. */
@Timeout(60)
class StationCheckTest {
    /** A NAS without the mail service. */
    private static final Visit BARE =
            new Visit() {
                @Override
                public SshTarget target() {
                    return new SshTarget("nas", 22, "admin");
                }

                @Override
                public Nas signIn() throws FailureException {
                    throw new FailureException(new StationFailure.NotInstalled("nas"));
                }
            };

    @TempDir Path folder;
    private final FakeEye eye = new FakeEye();

    private CheckReport run(Cancellation cancellation) throws FailureException {
        return new StationCheck(
                        List.of(eye),
                        new LastKnown(folder.resolve("last-known.json")),
                        folder.resolve("landmarks.properties"),
                        Clock.systemUTC())
                .run(BARE, Selection.EVERYTHING, _ -> {}, cancellation);
    }

    @Test
    void a_service_that_was_never_installed_is_the_culprit() throws Exception {
        assertThat(run(Cancellation.never()).diagnosis().sentence().key())
                .isEqualTo("daemon.missing");
    }

    @Test
    void a_person_who_cancels_does_not_wait_for_those_who_still_look() throws Exception {
        eye.endless = true;
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Failure> ended = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                run(cancellation);
                            } catch (FailureException e) {
                                ended.complete(e.failure());
                            }
                        });
        eye.looking.await();
        cancellation.cancel();
        assertThat(ended.get(50, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
    }
}
