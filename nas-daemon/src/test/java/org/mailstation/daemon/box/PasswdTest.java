package org.mailstation.daemon.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.box.Passwd.Person;

class PasswdTest {
    /** As DSM 7 writes it. */
    private static final String DISK_STATION =
            """
            root:x:0:0::/root:/bin/ash
            admin:x:1024:100:System default user:/var/services/homes/admin:/bin/sh
            anonymous:x:21:21::/nonexist:/usr/bin/nologin
            ftp:x:21:21:Anonymous FTP User:/nonexist:/sbin/nologin
            guest:x:1025:100:Guest:/nonexist:/bin/sh
            http:x:1023:1023::/var/services/web:/sbin/nologin
            nobody:x:1023:1023::/home:/sbin/nologin
            postgres:x:55:55:PostgreSQL User:/var/services/pgsql:/bin/sh
            SynologyPhotos:x:138862:138862::/var/packages/SynologyPhotos/home:/sbin/nologin
            mailstation:x:1030:100:Mail:/volume1/@mailstation-data:/bin/false
            Tiny:x:1031:1031::/var/packages/Tiny/home:/sbin/nologin
            jürgen:x:1027:100:Jürgen Groß:/var/services/homes/jürgen:/sbin/nologin
            Anna Maria:x:1026:100:Mother:/var/services/homes/Anna Maria:/bin/sh
            """;

    /** As Debian writes it; the last line asks NIS. */
    private static final String DEBIAN =
            """
            root:x:0:0:root:/root:/bin/bash
            daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
            nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
            systemd-timesync:x:997:997:systemd Time Synchronization:/:/usr/sbin/nologin
            mailstation:x:995:995::/var/lib/mailstation:/bin/false
            ben:x:1001:1001:& Example,Room 5,0123,,:/home/ben:/bin/bash
            kim:x:1000:1000:,,,:/home/kim:/usr/sbin/nologin
            dynamic:x:61184:61184::/:/usr/sbin/nologin
            # a remark
            broken:x:1002:1002
            huge:x:99999999999999999999:1::/:/bin/sh
            +::::::
            """;

    @TempDir Path root;

    private Passwd passwd(String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("etc")).resolve("passwd"), text);
        return new Passwd(new Box(root));
    }

    @Test
    void a_disk_station_has_people_packages_and_two_users_that_come_with_it() throws Exception {
        assertThat(passwd(DISK_STATION).people().orElseThrow())
                .containsExactly(
                        new Person("Anna Maria", "Mother"), new Person("jürgen", "Jürgen Groß"));
    }

    @Test
    void on_debian_people_begin_at_a_thousand() throws Exception {
        assertThat(passwd(DEBIAN).people().orElseThrow())
                .containsExactly(new Person("ben", "Ben Example"), new Person("kim", ""));
    }

    @Test
    void a_list_that_cannot_be_read_is_not_an_empty_one() throws Exception {
        assertThat(new Passwd(new Box(root)).people()).isEmpty();
        assertThat(passwd("").people().orElseThrow()).isEmpty();
    }
}
