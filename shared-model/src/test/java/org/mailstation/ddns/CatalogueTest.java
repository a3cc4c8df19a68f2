package org.mailstation.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.ddns.update.Refusal;
import org.mailstation.text.Text;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.ours();

    private Provider get(String id) {
        return Objects.requireNonNull(catalogue.find(id));
    }

    @Test
    void it_has_the_providers_that_families_use_in_the_order_to_show_them() {
        assertThat(catalogue.providers())
                .extracting(Provider::id)
                .containsExactly(
                        "noip",
                        "dyn",
                        "twodns",
                        "duckdns",
                        "cloudflare",
                        "desec",
                        "strato",
                        "dynu",
                        "freedns",
                        "rfc2136",
                        "custom");
        assertThat(catalogue.find("synology")).isNull();
    }

    @Test
    void every_address_that_a_secret_travels_to_is_https() {
        Map<String, String> values =
                Map.of("host", "a.example.org", "label", "a", "ip", "44.1.2.3", "secret", "s3");
        for (Provider provider : catalogue.providers()) {
            if (!provider.wantsServer()) {
                URI uri = URI.create(provider.update().fill(values));
                assertThat(uri.getScheme()).as(provider.id()).isEqualTo("https");
                assertThat(uri.getUserInfo()).as(provider.id()).isNull();
                assertThat(provider.page()).as(provider.id()).startsWith("https://");
            }
            assertThat(provider.name()).as(provider.id()).isNotEmpty();
        }
    }

    @Test
    void every_provider_says_in_both_languages_what_it_asks_for() {
        for (Provider provider : catalogue.providers()) {
            for (Text label : List.of(provider.loginLabel(), provider.keyLabel())) {
                assertThat(label.in(Locale.ENGLISH)).as(label.key()).isNotEqualTo(label.key());
                assertThat(label.in(Locale.GERMAN))
                        .as(label.key())
                        .isNotEqualTo(label.in(Locale.ENGLISH));
            }
        }
    }

    @Test
    void every_refusal_has_a_sentence_of_its_own_that_names_provider_and_host() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(Refusal.values())
                    .extracting(one -> one.sentence("No-IP", "a.example.org").in(language))
                    .doesNotHaveDuplicates()
                    .allSatisfy(words -> assertThat(words).contains("No-IP", "a.example.org"))
                    .noneMatch(words -> words.startsWith("ddns.refused"));
        }
    }

    @Test
    void the_login_of_some_is_the_host_itself() {
        assertThat(get("desec").user("", "a.dedyn.io")).isEqualTo("a.dedyn.io");
        assertThat(get("desec").user("b.dedyn.io", "a.dedyn.io")).isEqualTo("b.dedyn.io");
        assertThat(get("noip").user("", "a.example.org")).isEmpty();
    }

    @Test
    void duck_dns_wants_only_the_first_part_of_the_name() {
        assertThat(get("duckdns").label("Family.duckdns.org")).isEqualTo("family");
        assertThat(get("duckdns").label("family")).isEqualTo("family");
        assertThat(get("noip").label("a.ddns.net")).isEqualTo("a.ddns.net");
    }

    @Test
    void what_has_no_value_is_left_out_or_stands_for_itself() {
        Map<String, String> v4 = Map.of("host", "a.b", "v4", "44.1.2.3", "v6", "");
        assertThat(get("dynu").update().fill(v4))
                .isEqualTo("https://api.dynu.com/nic/update?hostname=a.b&myip=44.1.2.3");
        assertThat(get("desec").update().fill(v4))
                .isEqualTo("https://update.dedyn.io/?hostname=a.b&myipv4=44.1.2.3&myipv6=preserve");
    }

    @Test
    void a_value_cannot_change_the_form_of_the_address() {
        assertThat(new Template("https://x/{a}?b={a}").fill(Map.of("a", "k/../&c=[{$1} ")))
                .isEqualTo(
                        "https://x/k%2F..%2F%26c%3D%5B%7B%241%7D%20?b=k%2F..%2F%26c%3D%5B%7B%241%7D%20");
    }
}
