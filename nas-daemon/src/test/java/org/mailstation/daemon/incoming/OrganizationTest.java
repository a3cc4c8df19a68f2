package org.mailstation.daemon.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationTest {
    @ParameterizedTest
    @CsvSource({
        "news.shop.example, shop.example",
        "Mail.Example.CO.UK, example.co.uk",
        "example.org, example.org",
        "co.uk, co.uk",
        "a.b.anna.synology.me, anna.synology.me",
        "under_score..broken, under_score..broken",
    })
    void an_owner_is_who_registered_the_name_or_rents_it(String domain, String owner) {
        assertThat(Organization.of(domain)).isEqualTo(owner);
    }

    @Test
    void two_who_rent_names_of_one_landlord_do_not_speak_for_each_other() {
        assertThat(Organization.aligned("anna.synology.me", "ben.synology.me", false)).isFalse();
        assertThat(Organization.aligned("mail.anna.synology.me", "anna.synology.me", false))
                .isTrue();
        assertThat(Organization.aligned("mail.shop.example", "shop.example", true)).isFalse();
        assertThat(Organization.aligned("SHOP.example", "shop.example", true)).isTrue();
    }
}
