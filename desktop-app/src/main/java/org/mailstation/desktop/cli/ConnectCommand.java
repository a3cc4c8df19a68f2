package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.install.Hurdles;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Meets a NAS and remembers it. */
@Command(
        name = "connect",
        description =
                "Signs in to a NAS, pins its host key, and remembers it (no password) for the other commands.",
        mixinStandardHelpOptions = true)
final class ConnectCommand extends Subcommand {
    @Option(
            names = "--host",
            required = true,
            paramLabel = "H",
            description = "name or address of the NAS")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port of its SSH server; otherwise ${DEFAULT-VALUE}")
    private int port = 22;

    @Option(
            names = "--user",
            required = true,
            paramLabel = "U",
            description = "a user of the group administrators")
    private String user = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "private key to sign in with, instead of a password")
    private @Nullable Path key;

    @Option(
            names = "--accept-host-key",
            paramLabel = "SHA256:...",
            description =
                    "fingerprint of the host key to trust; otherwise it is shown and asked for")
    private String fingerprint = "";

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        SshTarget target;
        try {
            target = new SshTarget(host, port, user);
        } catch (IllegalArgumentException e) {
            throw CliFailure.because(Exit.USAGE, "cli.target.invalid", host, port, user);
        }
        String keyFile = key == null ? "" : key.toAbsolutePath().toString();
        StationProfile profile = new StationProfile(target, keyFile);
        signIn.readPassword(terminal());
        try (Nas nas = signIn.signIn(program(), profile, fingerprint)) {
            NasInfo info = nas.look();
            program().parts().profiles().save(profile);
            terminal().say("cli.connected", host, nas.hostKey().fingerprint());
            terminal().say("cli.nas", info.product(), info.system(), info.architecture());
            if (info.installed()) {
                terminal().say("cli.nas.installed", info.installedVersion());
            } else {
                terminal().say("cli.nas.not-installed");
            }
            HurdleLines.of(Hurdles.of(info, program().parts().version()))
                    .forEach(terminal().out()::println);
            return Exit.OK;
        } catch (IOException e) {
            throw CliFailure.because(
                    Exit.NOT_FOUND, "cli.profile.unwritable", String.valueOf(e.getMessage()));
        }
    }
}
