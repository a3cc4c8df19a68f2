package org.mailstation.desktop.cli;

import org.mailstation.control.CertificateStatus;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the station's certificate. */
@Command(
        name = "certificate",
        description =
                "Prints the station's certificate (PEM), for mail programs that must be told to trust it.",
        mixinStandardHelpOptions = true)
final class CertificateCommand extends Subcommand {
    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            CertificateStatus certificate = station.status().certificate();
            if (certificate == null) {
                throw CliFailure.because(Exit.NOT_FOUND, "cli.certificate.none");
            }
            terminal().out().print(certificate.pem());
            terminal().out().flush();
            return Exit.OK;
        }
    }
}
