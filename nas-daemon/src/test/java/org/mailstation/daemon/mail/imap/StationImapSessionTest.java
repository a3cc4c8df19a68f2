package org.mailstation.daemon.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.local.LocalChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.james.imap.api.process.ImapSession.SessionId;
import org.apache.james.protocols.api.ClientAuth;
import org.apache.james.protocols.netty.Encryption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.mail.net.Deflaters;

class StationImapSessionTest {
    private final DefaultEventLoopGroup loops = new DefaultEventLoopGroup(1);
    private final Channel channel = new LocalChannel();
    private final StationImapSession session =
            new StationImapSession(channel, new AnyTls(), SessionId.generate(), new Deflaters());

    @BeforeEach
    void register() {
        loops.register(channel).syncUninterruptibly();
    }

    @AfterEach
    void end() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void the_command_ends_after_its_answer_was_written_and_the_connection_is_encrypted() {
        List<Thread> writers = new ArrayList<>();

        boolean started = session.startTLS(() -> writers.add(Thread.currentThread()));

        assertThat(started).isTrue();
        assertThat(writers).hasSize(1).doesNotContain(Thread.currentThread());
        assertThat(session.isTLSActive()).isTrue();
    }

    @Test
    void the_answer_is_written_before_the_connection_is_encrypted() {
        List<Boolean> encrypted = new ArrayList<>();

        session.startTLS(() -> encrypted.add(session.isTLSActive()));

        assertThat(encrypted).containsExactly(false);
    }

    @Test
    void on_the_event_loop_nobody_waits_for_it() {
        List<String> order = new ArrayList<>();

        channel.eventLoop()
                .submit(
                        () -> {
                            session.startTLS(() -> order.add("answer"));
                            order.add("after");
                        })
                .syncUninterruptibly();

        assertThat(order).containsExactly("answer", "after");
    }

    @Test
    void a_second_change_to_tls_is_refused() {
        session.startTLS(() -> {});

        assertThat(session.startTLS(() -> {})).isFalse();
    }

    private record AnyTls() implements Encryption {
        @Override
        public boolean isStartTLS() {
            return true;
        }

        @Override
        public boolean supportsEncryption() {
            return true;
        }

        @Override
        public String[] getEnabledCipherSuites() {
            return new String[0];
        }

        @Override
        public ClientAuth getClientAuth() {
            return ClientAuth.NONE;
        }

        @Override
        public SslHandler sslHandler() {
            try {
                return new SslHandler(SSLContext.getDefault().createSSLEngine());
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException("no TLS in this Java", e);
            }
        }
    }
}
