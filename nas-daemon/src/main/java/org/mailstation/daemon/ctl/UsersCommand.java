package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.NasUsers;
import org.mailstation.control.StationControl;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Who has an account on the NAS. */
@Command(
        name = "users",
        description =
                "Prints the people of the NAS, one a line: name, full name, mailbox; separated by tabs."
                        + " Mailboxes for them are made by \"account add --from-nas NAME...\".")
final class UsersCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "the answer as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            NasUsers users = client.ask(StationControl::nasUsers);
            if (json) {
                ctl.terminal().out().println(ControlJson.write(users));
            }
            return switch (users) {
                case NasUsers.CouldNotTell _ ->
                        throw new CtlException(Exit.NOT_FOUND, Text.of("users.unknown"));
                case NasUsers.Listed(var all) -> {
                    if (!json) {
                        all.forEach(one -> ctl.terminal().out().println(line(one)));
                    }
                    yield Exit.OK.code();
                }
            };
        }
    }

    private static String line(NasUsers.User user) {
        return user.name() + "\t" + user.fullName() + "\t" + user.mailbox();
    }
}
