package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.Secret;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.moving.Moves;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.task.Course;

/** Letters move from one station to another over IMAP. */
class ImapMoveTest {
    private static final String ANNA = "anna@example.org";
    private static final String BEN = "ben@example.net";
    private static final Instant RECEIVED = Instant.parse("2020-02-03T04:05:06Z");

    @TempDir Path folder;
    private TestStation there;
    private TestStation here;

    @BeforeEach
    void begin() throws Exception {
        there =
                TestStation.running(
                        folder.resolve("there"), Configs.station("example.org", "anna"));
        here = TestStation.running(folder.resolve("here"), Configs.station("example.net", "ben"));
        put("INBOX", "short", Set.of("\\Seen", "blue"));
        put("INBOX", "Grüße " + "long ".repeat(20_000), Set.of("\\Flagged"));
        put("Reisen.Äpfel", "deep", Set.of("\\Answered"));
        put("Sent", "sent", Set.of("\\Seen"));
    }

    @AfterEach
    void end() {
        there.close();
        here.close();
    }

    private void put(String box, String subject, Set<String> flags) throws IOException {
        byte[] octets = ("Subject: x\r\n\r\n" + subject + "\r\n").getBytes(StandardCharsets.UTF_8);
        there.server().mail().put(ANNA, box, flags, RECEIVED, Letter.of(octets));
    }

    private MoveOutcome move(Service service, String password, Course course) {
        String place =
                (service.implicitTls() ? "imaps" : "imap")
                        + "://anna%40example.org@localhost:"
                        + there.port(service);
        return new Moves(here.data, here.server().mail(), trusting())
                .answer(
                        new MoveRequest(
                                MoveRequest.Kind.FROM_IMAP, place, BEN, new Secret(password)),
                        course);
    }

    private static List<String> all(TestStation station, String account) throws IOException {
        List<String> all = new ArrayList<>();
        for (BoxRecord box : station.server().mail().boxes(account)) {
            station.server()
                    .mail()
                    .letters(box)
                    .forEachRemaining(
                            letter ->
                                    all.add(
                                            box.path().name()
                                                    + letter.flags().names()
                                                    + letter.size()
                                                    + letter.internalDate()));
        }
        return all.stream().sorted().toList();
    }

    /** Vouches for everybody, whatever the name. */
    private static SSLSocketFactory trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Everybody()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void folders_flags_dates_and_octets_are_the_same_and_nothing_comes_twice() throws Exception {
        for (Service service : List.of(Service.IMAPS, Service.IMAP)) {
            assertThat(move(service, TestStation.PASSWORD, Course.unwatched()))
                    .isInstanceOfSatisfying(
                            MoveOutcome.Done.class,
                            done -> {
                                assertThat(done.isWhole()).isTrue();
                                assertThat(done.found()).isEqualTo(4);
                                assertThat(done.moved() + done.there()).isEqualTo(4);
                            });
        }
        assertThat(all(here, BEN)).hasSize(4).isEqualTo(all(there, ANNA));
    }

    @Test
    void what_was_cut_off_goes_on() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Course course = new Course(_ -> {}, () -> asked.incrementAndGet() > 2);
        assertThatThrownBy(() -> move(Service.IMAPS, TestStation.PASSWORD, course))
                .isInstanceOf(CancellationException.class);
        assertThat(all(here, BEN)).hasSize(2);
        assertThat(move(Service.IMAPS, TestStation.PASSWORD, Course.unwatched()))
                .isInstanceOfSatisfying(
                        MoveOutcome.Done.class, done -> assertThat(done.moved()).isEqualTo(2));
        assertThat(all(here, BEN)).hasSize(4).isEqualTo(all(there, ANNA));
    }

    @Test
    void nothing_is_marked_as_read_over_there() throws Exception {
        List<String> before = all(there, ANNA);
        move(Service.IMAPS, TestStation.PASSWORD, Course.unwatched());
        assertThat(all(there, ANNA)).isEqualTo(before);
    }

    @Test
    void a_wrong_password_is_told_in_words_without_it() {
        assertThat(move(Service.IMAPS, "wrong-password", Course.unwatched()))
                .isInstanceOfSatisfying(
                        MoveOutcome.Refused.class,
                        refused -> {
                            assertThat(refused.reason().key()).isEqualTo("move.imap.login");
                            assertThat(refused.reason().args().toString())
                                    .doesNotContain("wrong-password");
                        });
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_the_password() {
        Moves strict =
                new Moves(
                        here.data,
                        here.server().mail(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault());
        for (Service service : List.of(Service.IMAPS, Service.IMAP)) {
            String place =
                    (service.implicitTls() ? "imaps" : "imap")
                            + "://anna@localhost:"
                            + there.port(service);
            assertThat(
                            strict.answer(
                                    new MoveRequest(
                                            MoveRequest.Kind.FROM_IMAP,
                                            place,
                                            BEN,
                                            new Secret(TestStation.PASSWORD)),
                                    Course.unwatched()))
                    .isInstanceOfSatisfying(
                            MoveOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.reason().key()).isEqualTo("move.imap.tls"));
        }
    }
}
