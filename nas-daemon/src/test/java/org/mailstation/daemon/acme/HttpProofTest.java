package org.mailstation.daemon.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailstation.text.Text;

class HttpProofTest {
    private static final String PLACE = "/.well-known/acme-challenge/";
    private final AtomicInteger open = new AtomicInteger();

    private HttpProof proof() {
        return new HttpProof(
                0,
                port -> {
                    open.set(port);
                    return () -> open.set(0);
                });
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void the_one_page_says_the_proof_and_there_is_no_other() throws Exception {
        try (Proof.Shown _ = proof().show("mail.home.test", "token", "token.thumb")) {
            assertThat(get(open.get(), PLACE + "token").body()).isEqualTo("token.thumb");
            assertThat(get(open.get(), PLACE + "other").statusCode()).isEqualTo(404);
            assertThat(get(open.get(), "/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void page_and_way_are_gone_afterwards() throws Exception {
        int port;
        try (Proof.Shown _ = proof().show("mail.home.test", "token", "token.thumb")) {
            port = open.get();
        }
        assertThat(open).hasValue(0);
        assertThatThrownBy(() -> get(port, PLACE + "token")).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_way_that_stays_shut_leaves_no_page_behind() throws Exception {
        HttpProof shut =
                new HttpProof(
                        0,
                        port -> {
                            open.set(port);
                            throw new NotCertifiedException(Text.of("acme.door-taken", "x"), "x");
                        });

        assertThatThrownBy(() -> shut.show("mail.home.test", "token", "token.thumb"))
                .isInstanceOf(NotCertifiedException.class);
        assertThatThrownBy(() -> get(open.get(), PLACE + "token"))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_port_that_another_program_has_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            HttpProof proof = new HttpProof(taken.getLocalPort(), _ -> () -> {});
            assertThatThrownBy(() -> proof.show("mail.home.test", "token", "value"))
                    .isInstanceOfSatisfying(
                            NotCertifiedException.class,
                            no ->
                                    assertThat(no.reason())
                                            .isEqualTo(
                                                    Text.of(
                                                            "acme.port-taken",
                                                            taken.getLocalPort())));
        }
    }
}
