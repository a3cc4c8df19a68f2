package org.mailstation.desktop.practice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.Change;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Secret;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Validation;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.OnlyTheKey;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** From the host key to the answer that comes back, step by step in the terminal. */
final class PracticeJourney {
    private static final String DOMAIN = "practice.example";
    private static final String ANNA = "anna@" + DOMAIN;
    private static final String FRIEND = "friend@" + OutsideServer.NAME;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PrintStream out;
    private final NasGateway gateway;
    private final PracticeHome home;
    private final Clock clock;
    private Instant last;

    PracticeJourney(PrintStream out, NasGateway gateway, PracticeHome home, Clock clock) {
        this.out = out;
        this.gateway = gateway;
        this.home = home;
        this.clock = clock;
        this.last = clock.instant();
    }

    void walk(SshTarget target, Secret password)
            throws FailureException, IOException, InterruptedException {
        try (Nas nas =
                gateway.signIn(
                        target,
                        new SshCredentials.Password(password),
                        new OnlyTheKey(this::trusted),
                        Cancellation.never())) {
            done("practice.step.signed-in", target.user());
            done("practice.step.looked", nas.look().architecture());
            Installed installed = nas.install(_ -> {}, Cancellation.never());
            done("practice.step.installed", installed.version());
            try (Station station = nas.station()) {
                configure(station);
                mail(station);
            }
        } catch (MessagingException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void configure(Station station) throws FailureException, IOException {
        String toml = StationToml.write(config());
        switch (station.validate(toml)) {
            case Validation.Faulty(var problems) ->
                    throw PracticeStation.unexpected(problems.toString());
            case Validation.Acceptable acceptable ->
                    acceptable.changes().stream()
                            .map(Change::sentence)
                            .forEach(change -> out.println("      - " + change.words()));
        }
        ApplyOutcome outcome =
                station.apply(
                        toml,
                        station.config().revision(),
                        0,
                        progress ->
                                out.println(
                                        "      "
                                                + progress.percent()
                                                + " % "
                                                + progress.step().words()),
                        Cancellation.never());
        if (!(outcome instanceof ApplyOutcome.Applied applied)) {
            throw PracticeStation.unexpected(outcome.toString());
        }
        done("practice.step.applied", Integer.toString(applied.revision()));
        if (!(station.setPassword(ANNA, ANNAS_PASSWORD) instanceof PasswordOutcome.Set)) {
            throw PracticeStation.unexpected("no password for " + ANNA);
        }
        done("practice.step.password", ANNA);
    }

    /** Known to nobody but this practice, whose listeners end with it. */
    private static final Secret ANNAS_PASSWORD =
            new Secret("practice-" + java.util.UUID.randomUUID());

    private StationConfig config() {
        Account anna = new Account(ANNA, "Anna", 0, true);
        return PracticeConfig.fitted(
                StationConfig.minimal("mail." + DOMAIN, DOMAIN, List.of(anna)),
                home.outside().port());
    }

    private void mail(Station station)
            throws FailureException,
                    IOException,
                    MessagingException,
                    GeneralSecurityException,
                    InterruptedException {
        StationStatus status = station.status();
        CertificateStatus certificate = Objects.requireNonNull(status.certificate());
        MailProgram program = new MailProgram(PracticeCertificate.clientContext(certificate.pem()));
        String greeting = Text.of("practice.letter").words();
        program.deliver(
                port(status, Service.SMTP),
                FRIEND,
                ANNA,
                Text.of("practice.letter.subject").words(),
                greeting);
        done("practice.step.delivered", FRIEND, ANNA);
        String byImap = read(program, "imaps", port(status, Service.IMAPS));
        done("practice.step.read", "IMAP");
        String byPop = read(program, "pop3s", port(status, Service.POP3S));
        done("practice.step.read", "POP3");
        if (!byImap.contains("Subject: ") || !byImap.strip().equals(byPop.strip())) {
            throw PracticeStation.unexpected("IMAP and POP3 do not show the same letter");
        }
        program.submit(
                port(status, Service.SUBMISSIONS),
                ANNA,
                ANNAS_PASSWORD,
                FRIEND,
                Text.of("practice.answer.subject").words(),
                Text.of("practice.answer").words());
        done("practice.step.submitted", ANNA);
        String answer = home.outside().next(PATIENCE);
        if (answer == null) {
            throw PracticeStation.unexpected("the answer did not reach the outside");
        }
        done("practice.step.answered", FRIEND);
        show("practice.letter.shown", byImap);
        show("practice.answer.shown", answer);
    }

    private static String read(MailProgram program, String protocol, int port)
            throws MessagingException, IOException {
        @Nullable String letter = program.newest(protocol, port, ANNA, ANNAS_PASSWORD);
        if (letter == null) {
            throw PracticeStation.unexpected("the letter is not in the mailbox");
        }
        return letter;
    }

    private static int port(StationStatus status, Service service) throws IOException {
        return status.listeners().stream()
                .filter(it -> it.service() == service && it.bound() != 0)
                .mapToInt(ListenerStatus::bound)
                .findFirst()
                .orElseThrow(() -> PracticeStation.unexpected(service.key() + " does not listen"));
    }

    private void show(String key, String letter) {
        out.println();
        out.println(Text.of(key).words());
        letter.lines().forEach(line -> out.println("    | " + line));
    }

    private void done(String key, String... args) {
        Instant now = clock.instant();
        double seconds = Duration.between(last, now).toMillis() / 1000.0;
        last = now;
        out.printf("  \u2713 %5.1f s  %s%n", seconds, Text.of(key, (Object[]) args).words());
    }

    /** A practice's own server: its key is shown and taken. */
    private boolean trusted(HostKey key) {
        done("practice.step.host-key", key.algorithm(), key.fingerprint());
        return true;
    }
}
