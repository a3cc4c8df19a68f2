package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelDialTest {
    private static final int CONNECT_FAILED = 2;
    private static final int PROHIBITED = 1;

    private static Exception said(int reason, String words) {
        return ChannelDial.reason(new OpenFailException("direct-tcpip", reason, words));
    }

    @ParameterizedTest
    @CsvSource({
        "Connection refused,java.net.ConnectException",
        "Connection timed out,java.net.SocketTimeoutException",
        "No route to host,java.net.NoRouteToHostException",
        "Network is unreachable,java.net.NoRouteToHostException",
        "'',java.net.NoRouteToHostException"
    })
    void the_words_of_openssh_tell_why_there_is_no_connection(String words, Class<?> kind) {
        assertThat(said(CONNECT_FAILED, words)).isInstanceOf(kind);
    }

    @Test
    void what_the_administrator_forbids_says_nothing_of_the_port() {
        assertThat(said(PROHIBITED, "Connection refused"))
                .isInstanceOf(ChannelDial.ForbiddenException.class)
                .isNotInstanceOfAny(ConnectException.class, SocketTimeoutException.class);
    }

    @Test
    void a_broken_connection_to_the_server_says_nothing_of_the_port() {
        assertThat(ChannelDial.reason(new IllegalStateException("not connected")))
                .isInstanceOf(NoRouteToHostException.class);
    }
}
