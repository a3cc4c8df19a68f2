package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;

class OutsiderTest {
    private static final SshTarget NAS = new SshTarget("nas", 22, "admin");

    private static Failure failure(Outsider outsider) {
        try {
            outsider.signIn();
        } catch (FailureException e) {
            return e.failure();
        }
        throw new AssertionError("it let somebody in");
    }

    @Test
    void a_dead_nas_is_told_and_one_that_lives_asks_for_a_sign_in() {
        Failure dead = new SshFailure.WrongPassword("x", "y");
        assertThat(
                        failure(
                                new Outsider(
                                        NAS,
                                        (_, _, _) -> {
                                            throw new FailureException(dead);
                                        },
                                        Cancellation.never())))
                .isEqualTo(dead);
        assertThat(failure(new Outsider(NAS, (_, _, _) -> {}, Cancellation.never())))
                .isInstanceOf(ReportFailure.SignInFirst.class);
    }

    @Test
    void a_key_never_seen_is_not_taken_by_the_way() {
        assertThatThrownBy(
                        () ->
                                new Outsider(
                                                NAS,
                                                (_, accept, _) ->
                                                        assertThat(accept.test(FakeNas.OTHER_KEY))
                                                                .isFalse(),
                                                Cancellation.never())
                                        .signIn())
                .isInstanceOf(FailureException.class);
    }
}
