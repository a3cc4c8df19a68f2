package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;

class RedactionTest {
    private static final String HIDDEN = "Hunter2-S3cr3t";

    private final Redaction plain = new Redaction(List.of(new Secret("correct horse")), null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "535 refused: AUTH PLAIN Hunter2-S3cr3t",
                "AUTH LOGIN Hunter2-S3cr3t",
                "LOGIN anna Hunter2-S3cr3t",
                "GET https://anna:Hunter2-S3cr3t@update.example/nic",
                "GET https://update.example/nic?host=a&password=Hunter2-S3cr3t&x=1",
                "GET https://update.example/update?token=Hunter2-S3cr3t",
                "{\"token\": \"Hunter2-S3cr3t\"}",
                "Authorization: Basic Hunter2-S3cr3t",
                "Authorization: Bearer Hunter2-S3cr3t",
                "PASS Hunter2-S3cr3t",
                "Passwort: Hunter2-S3cr3t",
                "-----BEGIN PRIVATE KEY-----\nHunter2-S3cr3t\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nHunter2-S3cr3t, and the rest is cut off",
                "the secret of this run is correct horse"
            })
    void what_looks_like_a_secret_is_taken_out(String text) {
        assertThat(plain.of(text)).doesNotContain(HIDDEN).doesNotContain("correct horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect 192.168.77.10:993",
                "250-AUTH PLAIN LOGIN",
                "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
                "The password of the relay is wrong. Put in the right one.",
                "anna@example.org may sign in"
            })
    void what_is_no_secret_stays(String text) {
        assertThat(plain.of(text)).isEqualTo(text);
    }

    private static StandIns standIns() {
        StandIns all = new StandIns();
        all.learn(
                StationConfig.minimal(
                        "mail.example.org",
                        "example.org",
                        List.of(
                                new Account("anna@example.org", "Anna Muster", 0, true),
                                new Account("ben@example.org", "Ben", 0, true))));
        all.learn("diskstation", "chief");
        return all;
    }

    @Test
    void the_same_person_and_host_always_have_the_same_stand_in() {
        StandIns all = standIns();
        String once = all.in("anna@example.org wrote to ben@example.org");
        assertThat(once).isEqualTo("person1@host1.example wrote to person2@host1.example");
        assertThat(all.in("Anna Muster (anna) at mail.example.org"))
                .isEqualTo("person1 (person1) at mail.host1.example");
        assertThat(all.in("anna@example.org wrote to ben@example.org")).isEqualTo(once);
    }

    @Test
    void a_list_that_was_asked_for_a_name_of_the_home_does_not_show_it() {
        StandIns all = standIns();
        assertThat(all.in("mail.example.org.dbl.spamhaus.org A, then example.org.dbl.spamhaus.org"))
                .isEqualTo(
                        "mail.host1.example.dbl.spamhaus.org A, then host1.example.dbl.spamhaus.org");
        assertThat(all.in("dbltest.com.dbl.spamhaus.org"))
                .isEqualTo("dbltest.com.dbl.spamhaus.org");
    }

    @Test
    void addresses_are_told_apart_by_where_they_are() {
        StandIns all = standIns();
        assertThat(all.in("connect 192.168.77.10:993, then 198.51.100.7, then 192.168.77.10"))
                .isEqualTo("connect home-address1:993, then address1, then home-address1");
        assertThat(all.in("2001:db8::17 and fe80::1 at 06:00:17 by 127.0.0.1"))
                .isEqualTo("address2 and home-address2 at 06:00:17 by 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fe80::1: no answer",
                "[2001:db8::17]:993 refused",
                "2001:db8:0:0:0:0:0:17",
                "2001:db8::17%eth0"
            })
    void an_address_of_the_new_kind_is_found_wherever_it_stands(String text) {
        assertThat(standIns().in(text)).contains("address1").doesNotContain("fe80", "db8");
    }

    @Test
    void what_only_looks_like_an_address_stays_and_takes_no_time() {
        String text = "12:34:" + "deadbeef".repeat(4) + "z at 06:00:17, std::move, a::z";
        assertThat(standIns().in(text)).isEqualTo(text);
    }

    @Test
    void the_line_of_a_log_still_says_where_in_the_program_it_comes_from() {
        assertThat(
                        standIns()
                                .in(
                                        "2026-05-04T06:00:00.123+00:00 WARN  o.m.daemon.queue.Outbox: mx.friends.net is slow"))
                .isEqualTo(
                        "2026-05-04T06:00:00.123+00:00 WARN  o.m.daemon.queue.Outbox: mx.host2.example is slow");
    }

    @Test
    void a_known_secret_is_found_in_the_forms_that_it_travels_in() {
        Redaction one = new Redaction(List.of(new Secret("Käse & Brot")), null);
        assertThat(one.of("x=K%C3%A4se+%26+Brot, then S8Okc2UgJiBCcm90, then Käse & Brot"))
                .isEqualTo("x=[…], then […], then […]");
    }

    @Test
    void who_serves_half_of_the_world_stays_and_so_do_versions_and_files() {
        StandIns all = standIns();
        String text = "gmail-smtp-in.l.google.com, zen.spamhaus.org, station.toml, Java 25.0.3+9";
        assertThat(all.in(text)).isEqualTo(text);
    }

    @Test
    void a_name_that_is_a_part_of_a_word_is_left_alone() {
        StandIns all = standIns();
        assertThat(all.in("Bananas belong to diskstation and its chief, not to Benjamin"))
                .isEqualTo("Bananas belong to nas and its user1, not to Benjamin");
    }

    @Test
    void keys_would_tell_who_it_is() {
        assertThat(standIns().in("p=" + "MIIB".repeat(20))).isEqualTo("p=…");
    }
}
