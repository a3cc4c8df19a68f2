package org.mailstation.desktop.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.DiscoveryTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mail-station discover}: which NAS are there? */
@Command(
        name = "discover",
        description = "Looks for the NAS in the home network; takes about four seconds.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:at least one device was found",
            "1:asked, and none was found",
            "3:no question could be put, for example without a network"
        })
public final class DiscoverCommand implements Callable<Integer> {
    private static final int FOUND = 0;
    private static final int NONE = 1;
    private static final int COULD_NOT_ASK = 3;

    private final Discovery discovery;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    public DiscoverCommand(Discovery discovery) {
        this.discovery = discovery;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Discovered discovered = discovery.start(_ -> {}).done().get();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ControlJson.write(discovered));
        } else {
            new DiscoveryTable(Locale.getDefault()).lines(discovered).forEach(out::println);
        }
        out.flush();
        return exit(discovered);
    }

    private static int exit(Discovered discovered) {
        if (!discovered.found().isEmpty()) {
            return FOUND;
        }
        boolean askedNobody =
                discovered.channels().stream()
                        .allMatch(report -> report.answer() instanceof ChannelAnswer.CouldNotAsk);
        return askedNobody ? COULD_NOT_ASK : NONE;
    }
}
