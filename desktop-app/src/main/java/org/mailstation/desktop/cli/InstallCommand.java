package org.mailstation.desktop.cli;

import org.mailstation.desktop.install.Hurdles;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import org.mailstation.words.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Installs the daemon on the NAS. */
@Command(
        name = "install",
        description =
                "Installs the mail service on the NAS, or brings it to this version. It can be run again at any time.",
        mixinStandardHelpOptions = true)
final class InstallCommand extends Subcommand {
    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        ProgressLine line = new ProgressLine(terminal().out(), terminal().interactive());
        try (Nas nas = signIn.signIn(program())) {
            HurdleLines.of(Hurdles.of(nas.look(), program().parts().version()))
                    .forEach(terminal().out()::println);
            Installed installed =
                    nas.install(
                            progress -> line.show(progress.percent(), progress.text()),
                            Cancellation.never());
            line.end();
            if (installed.replaced().isEmpty()) {
                terminal().say("cli.installed", installed.version());
            } else {
                terminal().say("cli.updated", installed.version(), installed.replaced());
            }
            return Exit.OK;
        } finally {
            line.end();
        }
    }
}
