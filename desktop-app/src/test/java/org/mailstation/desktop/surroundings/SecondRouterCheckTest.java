package org.mailstation.desktop.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.check.PublicLine;
import org.mailstation.check.Scene;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;
import org.mailstation.standing.Standing;

class SecondRouterCheckTest {
    private static final Inet4Address INNER = Around.v4("192.168.178.20");
    private static final URI PAGE = URI.create("http://192.168.178.1/");

    private Standing standing = new Standing.DoubleNat(INNER, null);

    private List<Finding> look(SecondRouters.@Nullable Seen seen) throws InterruptedException {
        Scene usual = new Around().scene();
        PublicLine line =
                new PublicLine() {
                    @Override
                    public Answer address() {
                        return new Unknown(List.of());
                    }

                    @Override
                    public Standing standing() {
                        return standing;
                    }
                };
        Scene scene =
                new Scene(
                        usual.vantage(),
                        usual.config(),
                        usual.identity(),
                        usual.landmarks(),
                        usual.names(),
                        usual.doors(),
                        line,
                        usual.times(),
                        usual.web(),
                        usual.clock());
        return new SecondRouterCheck(
                        inner -> {
                            assertThat(inner).isEqualTo(INNER);
                            return seen;
                        })
                .look(scene);
    }

    private static SecondRouters.Seen seen(@Nullable String outer) {
        return new SecondRouters.Seen(
                Around.v4("192.168.178.1"), PAGE, outer == null ? null : Around.v4(outer));
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, PASS, second-router.public",
        "100.66.1.2, FAIL, second-router.shared",
        "192.0.0.2, FAIL, second-router.shared",
        "10.1.2.3, FAIL, second-router.third",
        "0.0.0.0, PASS, second-router.found",
        ", PASS, second-router.found"
    })
    void what_the_second_router_says_of_its_other_side_decides(
            @Nullable String outer, Verdict verdict, String sentence) throws Exception {
        Finding found = look(seen(outer)).getFirst();
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.sentence().key()).isEqualTo(sentence);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(found.sentence().in(language))
                    .contains("192.168.178.1")
                    .doesNotContain("second-router.")
                    .doesNotContainPattern("\\{\\d");
        }
    }

    @Test
    void one_that_does_not_answer_is_no_fault() throws Exception {
        Finding found = look(null).getFirst();
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(found.sentence().args()).containsExactly("192.168.178.1", "192.168.178.254");
    }

    @Test
    void where_there_is_no_second_router_nobody_is_asked() throws Exception {
        standing = new Standing.Public((Inet4Address) InetAddress.ofLiteral("198.51.100.7"));
        assertThat(look(null)).isEmpty();
    }
}
