package org.mailstation.daemon.acme;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailstation.daemon.tls.SigningRequest;
import org.mailstation.text.Text;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/**
 * An authority that speaks ACME (RFC 8555). The request for the certificate is ours, since the
 * library's would bring a cryptography library of eight megabytes along.
 *
 * @param directory where the authority says what it offers
 * @param account the key that it knows us by
 */
record Acme4jAuthority(URI directory, AcmeAccount account) implements CertificateAuthority {
    /** An authority looks at the proof from several places, and again if it did not see it. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public List<X509Certificate> certify(String name, KeyPair keys, Proof proof)
            throws NotCertifiedException, InterruptedException {
        try {
            Order order = login().newOrder().domain(name).create();
            for (Authorization authorization : order.getAuthorizations()) {
                prove(name, authorization, proof);
            }
            if (order.waitUntilReady(PATIENCE) == Status.INVALID) {
                throw refused(order.getError());
            }
            order.execute(SigningRequest.of(keys, name));
            if (order.waitForCompletion(PATIENCE) != Status.VALID) {
                throw refused(order.getError());
            }
            return order.getCertificate().getCertificateChain();
        } catch (AcmeLazyLoadingException wrapped) {
            throw failed(Objects.requireNonNullElse(wrapped.getCause(), wrapped));
        } catch (AcmeException | AcmeProtocolException failure) {
            throw failed(failure);
        } catch (GeneralSecurityException unusable) {
            throw new NotCertifiedException(Text.of("acme.key"), oneLine(unusable.toString()));
        }
    }

    private Login login() throws AcmeException, GeneralSecurityException {
        return new AccountBuilder()
                .agreeToTermsOfService()
                .useKeyPair(account.keys())
                .createLogin(new Session(directory));
    }

    private static void prove(String name, Authorization authorization, Proof proof)
            throws AcmeException, NotCertifiedException, InterruptedException {
        if (authorization.getStatus() == Status.VALID) {
            return;
        }
        Challenge challenge = challenge(authorization, proof.kind());
        try (Proof.Shown _ = show(name, challenge, proof)) {
            challenge.trigger();
            if (authorization.waitForCompletion(PATIENCE) != Status.VALID) {
                challenge.fetch();
                throw unproven(name, proof.kind(), challenge.getError());
            }
        }
    }

    private static Challenge challenge(Authorization authorization, Proof.Kind kind)
            throws NotCertifiedException {
        Optional<? extends Challenge> offered =
                switch (kind) {
                    case HTTP -> authorization.findChallenge(Http01Challenge.class);
                    case DNS -> authorization.findChallenge(Dns01Challenge.class);
                };
        if (offered.isEmpty()) {
            throw new NotCertifiedException(
                    Text.of("acme.refused"), "no proof of the kind " + kind + " is offered");
        }
        return offered.get();
    }

    private static Proof.Shown show(String name, Challenge challenge, Proof proof)
            throws NotCertifiedException, InterruptedException {
        return switch (challenge) {
            case Http01Challenge http -> proof.show(name, http.getToken(), http.getAuthorization());
            case Dns01Challenge dns ->
                    proof.show(Dns01Challenge.toRRName(name), "", dns.getDigest());
            default -> throw new IllegalStateException(challenge.getType());
        };
    }

    private static NotCertifiedException unproven(
            String name, Proof.Kind kind, Optional<Problem> problem) {
        return new NotCertifiedException(
                switch (kind) {
                    case HTTP -> Text.of("acme.unproven.http", name);
                    case DNS -> Text.of("acme.unproven.dns", name);
                },
                said(problem));
    }

    private static NotCertifiedException refused(Optional<Problem> problem) {
        return new NotCertifiedException(Text.of("acme.refused"), said(problem));
    }

    private NotCertifiedException failed(Throwable failure) {
        String words = oneLine(failure.toString());
        return switch (failure) {
            case AcmeRateLimitedException tooOften ->
                    new NotCertifiedException(
                            Text.of("acme.too-often"),
                            words,
                            tooOften.getRetryAfter().orElse(null));
            case AcmeServerException server ->
                    new NotCertifiedException(
                            Text.of("acme.refused"), oneLine(server.getProblem().toString()));
            case AcmeNetworkException _ ->
                    new NotCertifiedException(Text.of("acme.silent", host()), words);
            default -> new NotCertifiedException(Text.of("acme.strange", host()), words);
        };
    }

    private String host() {
        String host = directory.getHost();
        return host == null ? directory.toString() : host;
    }

    private static String said(Optional<Problem> problem) {
        return oneLine(problem.map(Problem::toString).orElse("no reason given"));
    }

    /** Words of somebody else. */
    private static String oneLine(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
