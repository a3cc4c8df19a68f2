package org.mailstation.daemon.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.TakenPort.Holder;

class PortOwnerTest {
    @TempDir Path root;
    private PortOwner owner;

    @BeforeEach
    void picture() throws IOException {
        owner = new PortOwner(new Box(root));
        put("etc/passwd", "root:x:0:0::/root:/bin/sh\npostfix:x:104:110::/:/bin/false\n");
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void listens(String table, String address, int user, int inode) throws IOException {
        put(
                "proc/net/" + table,
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                        + ("   0: " + address + " 0:0 0A 00000000:00000000 00:00000000 00000000 ")
                        + (user + " 0 " + inode + " 1\n"));
    }

    private void process(int id, String name, int inode) throws IOException {
        put("proc/" + id + "/comm", name + "\n");
        Path files = Files.createDirectories(root.resolve("proc/" + id + "/fd"));
        Files.createSymbolicLink(files.resolve("3"), Path.of("socket:[" + inode + "]"));
    }

    @Test
    void nobody_holds_a_free_port() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        assertThat(owner.of(26)).isEmpty();
    }

    @Test
    void a_mail_program_is_named_as_people_call_it() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        process(812, "master", 5);
        assertThat(owner.of(25)).hasValue(new Holder.Program("master", 812, ""));
    }

    @Test
    void debian_s_own_mail_program_is_named_with_the_way_to_stop_it() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        process(812, "exim4", 5);
        put("etc/init.d/exim4", "");
        assertThat(owner.of(25))
                .hasValue(new Holder.Program("exim4", 812, "sudo /etc/init.d/exim4 stop"));
        put("run/systemd/system/any", "");
        assertThat(owner.of(25))
                .hasValue(new Holder.Program("exim4", 812, "sudo systemctl disable --now exim4"));
    }

    @Test
    void another_mail_service_of_ours_is_known_by_what_it_was_started_with() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        process(812, "java", 5);
        put(
                "proc/812/cmdline",
                "/opt/old/jre/bin/java\0-cp\0/opt/old/lib/a.jar\0org.mailstation.daemon.Main\0--data\0/volume1/old\0");
        assertThat(owner.of(25)).hasValue(new Holder.Ours(812, "/volume1/old"));
    }

    @Test
    void a_program_that_only_speaks_of_ours_is_a_stranger() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        process(812, "grep", 5);
        put("proc/812/cmdline", "grep\0-r\0org.mailstation.daemon.Main\0/volume1\0");
        assertThat(owner.of(25)).hasValue(new Holder.Program("grep", 812, ""));
    }

    @Test
    void another_program_is_named_as_the_kernel_knows_it() throws IOException {
        listens("tcp6", "00000000000000000000000000000000:03E1", 0, 5);
        process(9, "socat", 5);
        assertThat(owner.of(993)).hasValue(new Holder.Program("socat", 9, ""));
    }

    @Test
    void a_program_that_we_may_not_look_into_is_told_by_its_user() throws IOException {
        listens("tcp", "00000000:0019", 104, 5);
        assertThat(owner.of(25)).hasValue(new Holder.User("postfix"));
    }

    @Test
    void synologys_own_mail_server_is_named_with_the_way_to_stop_it() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        put("var/packages/MailServer/enabled", "");
        assertThat(owner.of(25)).hasValue(new Holder.Package("MailServer"));
    }

    @Test
    void a_package_that_is_installed_but_switched_off_holds_nothing() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        put("var/packages/MailPlus-Server/INFO", "");
        assertThat(owner.of(25)).hasValue(new Holder.User("root"));
    }

    @Test
    void a_web_server_is_no_mail_package() throws IOException {
        listens("tcp", "00000000:0019", 0, 5);
        process(77, "nginx", 5);
        put("var/packages/MailServer/enabled", "");
        assertThat(owner.of(25)).hasValue(new Holder.Program("nginx", 77, ""));
    }
}
