package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final InetAddress ANNA = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress BEN = InetAddress.ofLiteral("2001:db8::1");

    private final AtomicLong nanos = new AtomicLong();
    private final Admission admission = new Admission(3, 2, nanos::get);

    @Test
    void one_address_cannot_take_all_the_room() {
        assertThat(admission.enter(ANNA)).isTrue();
        assertThat(admission.enter(ANNA)).isTrue();
        assertThat(admission.enter(ANNA)).isFalse();
        assertThat(admission.enter(BEN)).isTrue();
    }

    @Test
    void there_are_only_so_many_in_all() {
        admission.enter(ANNA);
        admission.enter(ANNA);
        admission.enter(BEN);

        assertThat(admission.enter(BEN)).isFalse();
    }

    @Test
    void whoever_leaves_makes_room_and_whoever_was_refused_takes_none() {
        admission.enter(ANNA);
        admission.enter(ANNA);
        admission.enter(ANNA);
        admission.leave(ANNA);

        assertThat(admission.enter(ANNA)).isTrue();
        assertThat(admission.enter(ANNA)).isFalse();
        assertThat(admission.enter(BEN)).isTrue();
        admission.leave(BEN);
        admission.leave(ANNA);
        admission.leave(ANNA);
        assertThat(admission.enter(BEN)).isTrue();
        assertThat(admission.enter(BEN)).isTrue();
    }
}
