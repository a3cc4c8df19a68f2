package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;

/** What a person is told before anything is sent. */
class HurdlesTest {
    private static final String OWN = "0.1.0";
    private static final long ENOUGH = 8_000_000_000L;

    private static Conditions with(LowPorts ports, Owner owner, Sleep sleep, Rival... rivals) {
        return new Conditions(ports, owner, ENOUGH, ENOUGH, sleep, List.of(rivals));
    }

    private static Conditions usual(Rival... rivals) {
        return with(LowPorts.OWN_RIGHT, Owner.NOBODY, Sleep.NOTHING_KNOWN, rivals);
    }

    private static NasInfo nas(String version, Conditions conditions) {
        return nas(version, ENOUGH, conditions);
    }

    private static NasInfo nas(String version, long room, Conditions conditions) {
        return new NasInfo("Linux", "x86_64", "Debian", room, true, version, conditions);
    }

    private static Finding only(NasInfo nas) {
        List<Finding> found = Hurdles.of(nas, OWN);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The sentence and what to do, in English. */
    private static String words(Finding finding) {
        Remedy remedy = finding.remedy();
        String next = remedy == null ? "" : remedy.text().in(Locale.ENGLISH);
        String command = remedy instanceof Remedy.RunOnNas it ? it.command() : "";
        return finding.sentence().in(Locale.ENGLISH) + " " + next + " " + command;
    }

    private static Health health(Finding finding) {
        return Health.of(List.of(finding));
    }

    @Test
    void a_nas_without_anything_in_the_way_has_none() {
        assertThat(Hurdles.of(nas("", usual()), OWN)).isEmpty();
        assertThat(Hurdles.of(nas("0.0.9", usual()), OWN)).isEmpty();
        assertThat(Hurdles.of(nas("", -1, Conditions.UNKNOWN), OWN)).isEmpty();
    }

    @Test
    void a_package_that_fits_is_only_mentioned() {
        Finding found = only(nas(OWN, with(LowPorts.OWN_RIGHT, Owner.DPKG, Sleep.NOTHING_KNOWN)));
        assertThat(health(found)).isEqualTo(Health.FINE);
        assertThat(words(found)).contains("the settings come next");
    }

    @Test
    void a_package_that_is_too_old_is_replaced_by_its_own_system() {
        Finding deb = only(nas("0.0.9", with(LowPorts.OWN_RIGHT, Owner.DPKG, Sleep.NOTHING_KNOWN)));
        assertThat(health(deb)).isEqualTo(Health.BROKEN);
        assertThat(words(deb)).contains("0.0.9", "sudo apt install ./mailstation_0.1.0_amd64.deb");

        Conditions dsm = with(LowPorts.EVERYBODY, Owner.PACKAGE_CENTRE, Sleep.NOTHING_KNOWN);
        assertThat(words(only(nas("0.0.9", dsm))))
                .contains("Package Center", "mailstation-0.1.0-x86_64.spk");
    }

    @Test
    void a_newer_version_is_left_alone() {
        assertThat(words(only(nas("0.2.0", usual())))).contains("0.2.0", "newer assistant");
    }

    @Test
    void another_mail_server_is_named_with_its_ports_and_how_to_stop_it() {
        Rival postfix = new Rival("Postfix", List.of(25, 587), "sudo service postfix stop");
        Finding found = only(nas("", usual(postfix)));
        assertThat(health(found)).isEqualTo(Health.BROKEN);
        assertThat(words(found)).contains("Postfix", "25, 587", "sudo service postfix stop");

        Rival asleep = new Rival("Synology Mail Server", List.of(), "sudo synopkg stop MailServer");
        assertThat(words(only(nas("", usual(asleep)))))
                .contains("Synology Mail Server", "Package Center", "synopkg stop MailServer");
        assertThat(words(only(nas("", usual(new Rival("", List.of(993), ""))))))
                .contains("993", "Find out which it is");
    }

    @Test
    void where_low_ports_are_out_of_reach_others_may_have_them() {
        Rival postfix = new Rival("Postfix", List.of(25), "sudo service postfix stop");
        Finding found =
                only(nas("", with(LowPorts.NONE, Owner.NOBODY, Sleep.NOTHING_KNOWN, postfix)));
        assertThat(health(found)).isEqualTo(Health.FINE);
        assertThat(words(found)).contains("2525", "nothing to do");
    }

    @Test
    void little_memory_and_little_room_are_told_in_megabytes() {
        Conditions small =
                new Conditions(
                        LowPorts.OWN_RIGHT,
                        Owner.NOBODY,
                        512_000_000,
                        120_000_000,
                        Sleep.NOTHING_KNOWN,
                        List.of());
        List<Finding> found = Hurdles.of(nas("", 400_000_000, small), OWN);
        assertThat(found).extracting(HurdlesTest::health).containsOnly(Health.ATTENTION).hasSize(2);
        assertThat(words(found.get(0))).contains("120 MB", "300 MB");
        assertThat(words(found.get(1))).contains("400 MB");
        // its own memory is among what is taken
        assertThat(Hurdles.of(nas(OWN, small), OWN)).isEmpty();
    }

    @Test
    void a_nas_that_sleeps_is_warned_of_and_disks_that_do_are_mentioned() {
        Finding whole = only(nas("", with(LowPorts.OWN_RIGHT, Owner.NOBODY, Sleep.WHOLE)));
        assertThat(health(whole)).isEqualTo(Health.ATTENTION);
        assertThat(words(whole)).contains("no letters arrive", "power settings");
        Finding disks = only(nas("", with(LowPorts.OWN_RIGHT, Owner.NOBODY, Sleep.DISKS)));
        assertThat(health(disks)).isEqualTo(Health.FINE);
    }
}
