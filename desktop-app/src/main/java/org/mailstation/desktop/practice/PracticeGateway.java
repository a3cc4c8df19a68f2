package org.mailstation.desktop.practice;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.Secret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationListener;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Validation;
import org.mailstation.desktop.install.Conditions;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.NasThrough;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;

/**
 * The way to the practice station for the window: it says that this is practice, and gives each
 * configuration the ports and the relay of a practice, which the short form does not show.
 */
final class PracticeGateway implements NasGateway {
    private final NasGateway real;
    private final UnaryOperator<StationConfig> fit;

    PracticeGateway(NasGateway real, int outsidePort) {
        this.real = real;
        this.fit = config -> PracticeConfig.fitted(config, outsidePort);
    }

    @Override
    public Nas signIn(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException {
        return new PracticeNas(real.signIn(target, credentials, dialogue, cancellation), fit);
    }

    /** What cannot be read is handed on as it is: the daemon names its problems. */
    private static String fitted(String toml, UnaryOperator<StationConfig> fit) {
        return switch (StationToml.read(toml)) {
            case Parsed.Valid<StationConfig>(StationConfig config) ->
                    StationToml.write(fit.apply(config));
            case Parsed.Invalid<StationConfig> _ -> toml;
        };
    }

    private record PracticeNas(Nas real, UnaryOperator<StationConfig> fit) implements NasThrough {
        @Override
        public NasInfo look() throws FailureException {
            NasInfo info = real.look();
            return new NasInfo(
                    info.system(),
                    info.architecture(),
                    "PRACTICE, " + info.product(),
                    info.freeBytes(),
                    info.systemd(),
                    info.installedVersion(),
                    // its ports are chosen for the computer that it is practised on
                    Conditions.UNKNOWN);
        }

        @Override
        public Station station() throws FailureException {
            return new FittedStation(real.station(), fit);
        }
    }

    private record FittedStation(Station real, UnaryOperator<StationConfig> fit)
            implements Station {
        @Override
        public String version() {
            return real.version();
        }

        @Override
        public StationStatus status() throws FailureException {
            return real.status();
        }

        @Override
        public ConfigDocument config() throws FailureException {
            return real.config();
        }

        @Override
        public Validation validate(String toml) throws FailureException {
            return real.validate(fitted(toml, fit));
        }

        @Override
        public ApplyOutcome apply(
                String toml,
                int baseRevision,
                int probationSeconds,
                Consumer<Progress> progress,
                Cancellation cancellation)
                throws FailureException {
            return real.apply(
                    fitted(toml, fit), baseRevision, probationSeconds, progress, cancellation);
        }

        @Override
        public ConfirmOutcome confirm(int revision) throws FailureException {
            return real.confirm(revision);
        }

        @Override
        public PasswordOutcome setPassword(String address, Secret password)
                throws FailureException {
            return real.setPassword(address, password);
        }

        @Override
        public SecretOutcome putSecret(String name, Secret value) throws FailureException {
            return real.putSecret(name, value);
        }

        @Override
        public StationIdentity identity() throws FailureException {
            return real.identity();
        }

        @Override
        public Checked check(
                List<String> only, Consumer<Progress> progress, Cancellation cancellation)
                throws FailureException {
            return real.check(only, progress, cancellation);
        }

        @Override
        public DdnsStatus ddns(boolean now) throws FailureException {
            return real.ddns(now);
        }

        @Override
        public DdnsTried testDdns(Cancellation cancellation) throws FailureException {
            return real.testDdns(cancellation);
        }

        @Override
        public Forwards forwards(ForwardsRequest.Wanted wanted, Cancellation cancellation)
                throws FailureException {
            return real.forwards(wanted, cancellation);
        }

        @Override
        public ComparedRecords records(Cancellation cancellation) throws FailureException {
            return real.records(cancellation);
        }

        @Override
        public Checked letter(AskLetter request, Cancellation cancellation)
                throws FailureException {
            return real.letter(request, cancellation);
        }

        @Override
        public <T> T ask(Inquiry<T> inquiry, Cancellation cancellation) throws FailureException {
            return real.ask(inquiry, cancellation);
        }

        @Override
        public <T> T work(
                Inquiry<T> inquiry, Consumer<Progress> progress, Cancellation cancellation)
                throws FailureException {
            return real.work(inquiry, progress, cancellation);
        }

        @Override
        public List<String> log(int lines) throws FailureException {
            return real.log(lines);
        }

        @Override
        public void subscribe(StationListener listener, boolean log) throws FailureException {
            real.subscribe(listener, log);
        }

        @Override
        public void onEnd(Runnable action) {
            real.onEnd(action);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
