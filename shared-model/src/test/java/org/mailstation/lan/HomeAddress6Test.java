package org.mailstation.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeAddress6Test {
    private static final String ROUTE =
            "00000000000000000000000000000000 00 00000000000000000000000000000000 00"
                    + " fe800000000000000000000000000001 00000400 00000001 00000000 00450003 eth0\n"
                    + "00000000000000000000000000000000 00 00000000000000000000000000000000 00"
                    + " 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200 lo\n";
    private static final String LOOPBACK =
            "00000000000000000000000000000001 01 80 10 80       lo\n";
    private static final String LINK = "fe80000000000000021132fffe123456 02 40 20 80     eth0\n";
    private static final String LOCAL = "fd000000000000000000000000000005 02 40 00 80     eth0\n";
    private static final String PRIVACY = "2a020810000000010123456789abcdef 02 40 00 01     eth0\n";
    private static final String OLD = "2a020810000000020211320000123456 02 40 00 20     eth0\n";
    private static final String NOT_YET = "2a020810000000030211320000123456 02 40 00 40     eth0\n";
    private static final String VPN = "2001067c000000000000000000000009 05 40 00 80     tun0\n";
    private static final String GOOD = "2a02081000000001021132fffe123456 02 40 00 00     eth0\n";

    @TempDir Path folder;

    private String found(String addresses, String routes) throws IOException {
        Path one = Files.writeString(folder.resolve("if_inet6"), addresses);
        Path other = Files.writeString(folder.resolve("ipv6_route"), routes);
        return new HomeAddress6(one, other)
                .find()
                .map(address -> address.getHostAddress())
                .orElse("none");
    }

    @Test
    void the_lasting_global_address_on_the_way_out_is_taken() throws IOException {
        String all = LOOPBACK + LINK + LOCAL + VPN + PRIVACY + OLD + NOT_YET + GOOD;
        assertThat(found(all, ROUTE)).isEqualTo("2a02:810:0:1:211:32ff:fe12:3456");
    }

    @Test
    void without_a_lasting_one_there_is_none() throws IOException {
        assertThat(found(LOOPBACK + LINK + LOCAL + VPN + PRIVACY + OLD + NOT_YET, ROUTE))
                .isEqualTo("none");
    }

    @Test
    void an_address_without_a_way_out_is_of_no_use() throws IOException {
        assertThat(found(GOOD, ROUTE.replace("eth0", "eth1"))).isEqualTo("none");
        assertThat(found(GOOD, ROUTE.replace("00450003", "00200200"))).isEqualTo("none");
        assertThat(found(GOOD, "")).isEqualTo("none");
    }

    @Test
    void where_the_system_does_not_tell_or_tells_something_else_there_is_none() throws IOException {
        assertThat(new HomeAddress6(folder.resolve("a"), folder.resolve("b")).find()).isEmpty();
        assertThat(found("zz 02 40 00 80 eth0\n" + GOOD.replace(" 00 00", " 00 xx"), ROUTE))
                .isEqualTo("none");
    }
}
