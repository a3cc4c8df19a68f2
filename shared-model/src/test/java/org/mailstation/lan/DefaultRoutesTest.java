package org.mailstation.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultRoutesTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    @TempDir Path folder;

    private List<Inet4Address> read(String... lines) throws IOException {
        Path table = folder.resolve("route");
        Files.writeString(table, HEAD + String.join("\n", lines) + "\n");
        return DefaultRoutes.read(table);
    }

    private static String inOurOrder(String bigEndian) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                ? bigEndian
                : String.format(
                        "%08X", Integer.reverseBytes(Integer.parseUnsignedInt(bigEndian, 16)));
    }

    @Test
    void the_router_of_the_default_route_is_the_way_out() throws IOException {
        assertThat(
                        read(
                                "eth0\t00000000\t"
                                        + inOurOrder("C0A84D01")
                                        + "\t0003\t0\t0\t0\t00000000\t0\t0\t0",
                                "eth0\t004DA8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"))
                .containsExactly((Inet4Address) InetAddress.ofLiteral("192.168.77.1"));
    }

    @Test
    void a_route_into_a_tunnel_has_no_router() throws IOException {
        assertThat(read("ppp0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0", "", "odd"))
                .isEmpty();
    }

    @Test
    void where_there_is_no_such_table_it_says_so() {
        assertThatThrownBy(() -> DefaultRoutes.read(folder.resolve("missing")))
                .isInstanceOf(IOException.class);
    }
}
