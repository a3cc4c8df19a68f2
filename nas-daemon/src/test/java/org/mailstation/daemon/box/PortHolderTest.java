package org.mailstation.daemon.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortHolderTest {
    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    @TempDir Path proc;

    private void socket(String table, String address, String state, int inode) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve(table),
                HEADER
                        + "   0: "
                        + address
                        + " 00000000:0000 "
                        + state
                        + " 00000000:00000000 00:00000000 00000000     0        0 "
                        + inode
                        + " 1\n");
    }

    private void process(int pid, String name, int inode) throws IOException {
        Path fd = Files.createDirectories(proc.resolve(pid + "/fd"));
        Files.writeString(proc.resolve(pid + "/comm"), name + "\n");
        Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[" + inode + "]"));
    }

    @Test
    void the_program_that_listens_is_found_by_its_socket() throws IOException {
        socket("net/tcp", "00000000:0019", "0A", 4711);
        process(7, "sshd", 1);
        process(8, "postfix", 4711);

        assertThat(new PortHolder(proc).of(25)).hasValue(new PortHolder.Holder("postfix", 8));
    }

    @Test
    void also_where_it_listens_on_ipv6() throws IOException {
        socket("net/tcp6", "00000000000000000000000000000000:03E1", "0A", 5);
        process(9, "dovecot", 5);

        assertThat(new PortHolder(proc).of(993)).hasValue(new PortHolder.Holder("dovecot", 9));
    }

    @Test
    void a_mere_connection_over_the_port_does_not_count() throws IOException {
        socket("net/tcp", "0100007F:0019", "01", 4711);
        process(8, "client", 4711);

        assertThat(new PortHolder(proc).of(25)).isEmpty();
    }

    @Test
    void a_program_that_we_may_not_look_into_stays_unknown() throws IOException {
        socket("net/tcp", "00000000:0019", "0A", 4711);

        assertThat(new PortHolder(proc).of(25)).isEmpty();
    }

    @Test
    void our_own_socket_is_found_in_the_real_system() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(new PortHolder(Path.of("/proc")).of(socket.getLocalPort()))
                    .map(PortHolder.Holder::pid)
                    .hasValue(ProcessHandle.current().pid());
        }
    }
}
