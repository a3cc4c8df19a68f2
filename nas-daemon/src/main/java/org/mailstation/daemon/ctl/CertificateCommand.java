package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.CertificateRequest.Wanted;
import org.mailstation.words.CertificateWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How the station comes by a certificate that everybody trusts. */
@Command(
        name = "certificate",
        description =
                "Says whether a certificate is fetched from an authority, until when it is good,"
                        + " and why there is none.")
final class CertificateCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--renew", description = "fetch one now; takes up to some minutes")
    private boolean renew;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        CertificateRequest request = new CertificateRequest(renew ? Wanted.RENEW : Wanted.TELL);
        try (StationClient client = ctl.connect()) {
            CertificateFetching state = client.ask(station -> station.certificate(request));
            ctl.terminal().answer(state, json, () -> CertificateWords.lines(state));
            return (CertificateWords.fine(state) ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
