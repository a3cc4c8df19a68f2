package org.mailstation.daemon.ctl;

import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ClientRequest;
import org.mailstation.control.ClientRequest.Form;
import org.mailstation.control.ClientSetup;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What must a mail program be told? */
@Command(
        name = "client",
        description =
                "Says what a mail program must be told to use a mailbox, in words, or as a file that"
                        + " it understands.")
final class ClientCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Parameters(paramLabel = "ADDRESS", description = "the mailbox")
    private String address;

    @ArgGroup private @Nullable Kind kind;

    /** At most one of them. */
    static final class Kind {
        @Option(names = "--text", description = "in words; this is what you get without any")
        private boolean text;

        @Option(names = "--autoconfig", description = "for Thunderbird, K-9 Mail and others (XML)")
        private boolean autoconfig;

        @Option(names = "--autodiscover", description = "for Outlook (XML)")
        private boolean autodiscover;

        @Option(
                names = "--mobileconfig",
                description =
                        "for iPhone, iPad and Mac; signed if the certificate is from an authority")
        private boolean mobileconfig;
    }

    @Option(names = "--pop3", description = "with POP3, which takes the letters away, not IMAP")
    private boolean pop3;

    private Form form() {
        Kind chosen = kind;
        if (chosen == null || chosen.text) {
            return Form.TEXT;
        }
        return chosen.autoconfig
                ? Form.AUTOCONFIG
                : chosen.autodiscover ? Form.AUTODISCOVER : Form.MOBILECONFIG;
    }

    @Override
    public Integer call() throws CtlException {
        ClientRequest request = new ClientRequest(address.toLowerCase(Locale.ROOT), form(), pop3);
        try (StationClient client = ctl.connect()) {
            return switch (client.ask(station -> station.clientSetup(request))) {
                case ClientSetup.Made made -> show(made);
                case ClientSetup.NoSuchAccount(var missing) ->
                        throw new CtlException(
                                Exit.NOT_FOUND, Text.of("ctl.account.none", missing));
                case ClientSetup.NotReachable() ->
                        throw new CtlException(Exit.REJECTED, Text.of("clients.incomplete"));
            };
        }
    }

    private int show(ClientSetup.Made made) {
        byte[] content = Base64.getDecoder().decode(made.base64());
        ctl.terminal().out().write(content, 0, content.length);
        ctl.terminal().out().flush();
        if (form() == Form.MOBILECONFIG && !made.signed()) {
            ctl.terminal().complain(Text.of("clients.unsigned"));
        }
        return Exit.OK.code();
    }
}
