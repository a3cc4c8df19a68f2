package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;

class LandmarksFileTest {
    private static Landmarks valid(String text) {
        if (LandmarksFile.read(text) instanceof Parsed.Valid<Landmarks>(Landmarks read)) {
            return read;
        }
        throw new AssertionError(LandmarksFile.read(text));
    }

    private static List<Problem> problems(String text) {
        if (LandmarksFile.read(text) instanceof Parsed.Invalid<Landmarks>(var problems)) {
            return problems;
        }
        throw new AssertionError("valid");
    }

    @Test
    void an_empty_file_is_the_internet() {
        assertThat(valid("# nothing\n")).isEqualTo(Landmarks.INTERNET);
    }

    @Test
    void every_place_can_be_another_one() {
        Landmarks read =
                valid(
                        """
                        resolvers = 192.0.2.53, 2001:db8::53
                        mail-servers = mail.example.net
                        address-lists = zen.example.net
                        name-lists = dbl.example.net listed.example unlisted.example
                        time-servers = time.example.net,time2.example.net
                        """);
        assertThat(read.resolvers()).containsExactly("192.0.2.53", "2001:db8:0:0:0:0:0:53");
        assertThat(read.mailServers()).containsExactly("mail.example.net");
        assertThat(read.addressLists()).containsExactly(BlockList.ofAddresses("zen.example.net"));
        assertThat(read.nameLists())
                .containsExactly(
                        new BlockList("dbl.example.net", "listed.example", "unlisted.example"));
        assertThat(read.timeServers()).hasSize(2);
    }

    @Test
    void the_list_of_registries_may_be_another_page() {
        assertThat(valid("registries = http://127.0.0.1:8246/dns.json").registries())
                .hasToString("http://127.0.0.1:8246/dns.json");
        for (String wrong : List.of("ftp://a.example/", "dns.json", "https://", "http://a b/")) {
            assertThat(problems("registries = " + wrong))
                    .extracting(Problem::field)
                    .containsExactly("registries");
        }
    }

    @Test
    void what_is_left_out_stays_as_usual() {
        assertThat(valid("resolvers = 192.0.2.53").timeServers())
                .isEqualTo(Landmarks.INTERNET.timeServers());
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThat(
                        problems(
                                """
                                resolver = 192.0.2.53
                                resolvers = 192.0.2.53, dns.example.net
                                mail-servers = mail server, -
                                name-lists = dbl.example.net
                                time-servers =
                                """))
                .extracting(Problem::field)
                .containsExactly(
                        "resolver",
                        "resolvers",
                        "mail-servers",
                        "mail-servers",
                        "name-lists",
                        "time-servers");
    }

    @Test
    void a_broken_file_is_told() {
        assertThat(problems("a = \\u12")).hasSize(1);
    }
}
