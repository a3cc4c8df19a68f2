package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** For the assistant. */
@Command(
        name = "rpc",
        description =
                "Joins standard input and output to the daemon's control socket, for the assistant on the PC.")
final class RpcCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Override
    public Integer call() throws IOException {
        return Ctl.rpc(ctl.socket(), ctl.terminal());
    }
}
