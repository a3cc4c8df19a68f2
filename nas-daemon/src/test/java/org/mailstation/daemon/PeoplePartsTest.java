package org.mailstation.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.NasUsers;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.box.Passwd;

class PeoplePartsTest {
    private static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("juergen@example.org", "", 0, true)));

    @TempDir Path root;

    @Test
    void people_are_told_with_the_mailbox_that_has_their_name() throws Exception {
        Files.writeString(
                Files.createDirectories(root.resolve("etc")).resolve("passwd"),
                "Jürgen:x:1026:100::/h:/bin/sh\nkim:x:1027:100::/h:/bin/sh\n");
        Passwd passwd = new Passwd(new Box(root));

        assertThat(PeopleParts.of(passwd, () -> CONFIG).get())
                .isEqualTo(
                        new NasUsers.Listed(
                                List.of(
                                        new NasUsers.User("Jürgen", "", "juergen@example.org"),
                                        new NasUsers.User("kim", "", ""))));
        assertThat(PeopleParts.of(passwd, () -> null).get())
                .isInstanceOfSatisfying(
                        NasUsers.Listed.class,
                        listed ->
                                assertThat(listed.users())
                                        .allMatch(one -> one.mailbox().isEmpty()));
    }

    @Test
    void a_nas_that_does_not_tell_has_no_empty_list() {
        assertThat(PeopleParts.of(new Passwd(new Box(root)), () -> CONFIG).get())
                .isEqualTo(new NasUsers.CouldNotTell());
    }
}
