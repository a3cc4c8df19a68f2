package org.mailstation.daemon.tls;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.control.CertificateStatus;
import org.mailstation.files.AtomicFile;

/**
 * The station's TLS identity. It can be exchanged while the listeners run: connections that stand
 * keep what they began with, new ones get the new certificate. The station's own key lies in {@code
 * secrets/tls/}, mode 0600, and stays the same when its certificate is made anew for other names,
 * since the assistant knows the station by its key.
 */
public final class StationTls {
    private static final String KEY = "key.pem";
    private static final String CERTIFICATE = "certificate.pem";

    /** Who renews writes two files one after the other: until then they may not fit. */
    private static final Duration WRITTEN = Duration.ofSeconds(5);

    /**
     * @param stamp of the files that it was read from, or {@code null}
     */
    private record Current(
            StationConfig config,
            KeyMaterial material,
            TlsContext context,
            CertificateStatus status,
            @Nullable Stamp stamp) {}

    private final Path folder;
    private final FetchedCertificate fetched;
    private final Clock clock;
    private final SecureRandom random;
    private volatile @Nullable Current current;

    /**
     * @param secrets folder under which {@code tls/} lies
     */
    public StationTls(Path secrets, Clock clock, SecureRandom random) {
        this.folder = secrets.resolve("tls");
        this.fetched = new FetchedCertificate(folder.resolve("fetched.pem"));
        this.clock = clock;
        this.random = random;
    }

    /**
     * Takes the certificate that this configuration asks for. {@link Tls.Source#ACME} falls back to
     * the station's own until a certificate has been fetched.
     *
     * @throws IOException if a file cannot be read or written
     * @throws GeneralSecurityException if the files hold no key and certificate that belong
     *     together
     */
    public synchronized void use(StationConfig config)
            throws IOException, GeneralSecurityException {
        Stamp stamp = stamp(config);
        KeyMaterial material = material(config);
        material.check();
        current =
                new Current(
                        config, material, TlsContext.of(material, clock), material.status(), stamp);
    }

    private KeyMaterial material(StationConfig config)
            throws IOException, GeneralSecurityException {
        if (fromFiles(config)) {
            return fromFiles(config.tls());
        }
        KeyMaterial own = own(namesOf(config));
        List<X509Certificate> chain = byAuthority(config) ? fetched.read() : null;
        if (chain == null) {
            return own;
        }
        KeyMaterial certified = new KeyMaterial(own.key(), chain);
        boolean good =
                certified.belongsTogether()
                        && isFor(certified, config.hostName())
                        && clock.instant().isBefore(chain.getFirst().getNotAfter().toInstant());
        return good ? certified : own;
    }

    /**
     * The station's own keys.
     *
     * @throws IOException if there are none yet, before the first {@link #use}
     */
    public KeyPair keys() throws IOException, GeneralSecurityException {
        KeyMaterial own = kept();
        return new KeyPair(own.certificate().getPublicKey(), own.key());
    }

    /** The certificate that an authority gave last; {@code null} if there is none. */
    public @Nullable X509Certificate fetched() throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = fetched.read();
        return chain == null ? null : chain.getFirst();
    }

    /**
     * Keeps what an authority has certified; {@link #renew} takes it into use.
     *
     * @throws GeneralSecurityException if it is for another key
     */
    public void keep(List<X509Certificate> chain) throws IOException, GeneralSecurityException {
        new KeyMaterial(kept().key(), chain).check();
        fetched.write(chain);
    }

    /**
     * Looks whether the certificate on the disk has been exchanged, and takes it if it is proven:
     * key and certificate belong together, it is valid now, and it is for the station's name if the
     * one in use is. Otherwise the one in use stays. Makes and writes nothing.
     */
    public synchronized Renewal renew() {
        Current now = current;
        if (now == null) {
            return new Renewal.Same();
        }
        Stamp stamp = stamp(now.config());
        if (stamp != null && stamp.equals(now.stamp())) {
            return new Renewal.Same();
        }
        Renewal outcome = renewed(now, stamp);
        // as long as it is being written, nothing can be said of it
        return outcome instanceof Renewal.Refused
                        && stamp != null
                        && stamp.isYoungerThan(clock.instant().minus(WRITTEN))
                ? new Renewal.Same()
                : outcome;
    }

    private Renewal renewed(Current now, @Nullable Stamp stamp) {
        try {
            KeyMaterial material = onDisk(now.config());
            if (material.chain().equals(now.material().chain()) && material.belongsTogether()) {
                current =
                        new Current(
                                now.config(), now.material(), now.context(), now.status(), stamp);
                return new Renewal.Same();
            }
            Renewal.Reason against = against(now, material);
            if (against != null) {
                return new Renewal.Refused(against);
            }
            CertificateStatus status = material.status();
            current =
                    new Current(
                            now.config(), material, TlsContext.of(material, clock), status, stamp);
            return new Renewal.Taken(status);
        } catch (IOException | GeneralSecurityException unusable) {
            return new Renewal.Refused(Renewal.Reason.UNREADABLE);
        }
    }

    private KeyMaterial onDisk(StationConfig config) throws IOException, GeneralSecurityException {
        if (fromFiles(config)) {
            return fromFiles(config.tls());
        }
        KeyMaterial own = kept();
        List<X509Certificate> chain = byAuthority(config) ? fetched.read() : null;
        return chain == null ? own : new KeyMaterial(own.key(), chain);
    }

    /** What speaks against a certificate, or {@code null}. */
    private Renewal.@Nullable Reason against(Current now, KeyMaterial material)
            throws GeneralSecurityException {
        if (!material.belongsTogether()) {
            return Renewal.Reason.OTHER_KEY;
        }
        Date today = Date.from(clock.instant());
        if (today.before(material.certificate().getNotBefore())) {
            return Renewal.Reason.NOT_YET;
        }
        if (!today.before(material.certificate().getNotAfter())) {
            return Renewal.Reason.EXPIRED;
        }
        String host = now.config().hostName();
        boolean worse = isFor(now.material(), host) && !isFor(material, host);
        return worse ? Renewal.Reason.OTHER_NAME : null;
    }

    private static boolean isFor(KeyMaterial material, String host)
            throws GeneralSecurityException {
        return CertificateNames.cover(CertificateNames.of(material.certificate()), host);
    }

    private @Nullable Stamp stamp(StationConfig config) {
        Tls tls = config.tls();
        if (fromFiles(config)) {
            return Stamp.of(Path.of(tls.certificateFile()), Path.of(tls.keyFile()));
        }
        boolean certified = byAuthority(config) && fetched.exists();
        return Stamp.of(
                certified ? fetched.file() : folder.resolve(CERTIFICATE), folder.resolve(KEY));
    }

    private static boolean byAuthority(StationConfig config) {
        return config.tls().source() == Tls.Source.ACME;
    }

    private static boolean fromFiles(StationConfig config) {
        return config.tls().source() == Tls.Source.FILES;
    }

    /** What new connections are shown, or {@code null} before the first {@link #use}. */
    public @Nullable CertificateStatus status() {
        Current now = current;
        return now == null ? null : now.status();
    }

    /** What may be spoken, whoever encrypts. */
    public static List<String> suites() {
        return Suites.AES_FIRST.names();
    }

    /** The server's side of one connection, for an {@code SslHandler}. */
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        return Objects.requireNonNull(current, "no certificate yet").context().newEngine(allocator);
    }

    /** The server's side for whoever speaks TLS by Java; a renewed certificate is shown at once. */
    public SSLContext javaContext() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {
                    new LiveKeys(
                            () -> Objects.requireNonNull(current, "no certificate yet").material())
                },
                null,
                random);
        return context;
    }

    /**
     * The document with its signature (RFC 5652), by the key in use.
     *
     * @return empty where nobody known vouches for it
     */
    public Optional<byte[]> signed(byte[] document) throws GeneralSecurityException {
        Current now = current;
        return now == null || now.status().selfSigned()
                ? Optional.empty()
                : Optional.of(SignedDocument.of(now.material(), document));
    }

    private static List<String> namesOf(StationConfig config) {
        List<String> names = new ArrayList<>();
        names.add(config.hostName());
        names.addAll(config.domains());
        return names.stream().distinct().toList();
    }

    private static KeyMaterial fromFiles(Tls tls) throws IOException, GeneralSecurityException {
        return new KeyMaterial(
                Pem.privateKey(Files.readString(Path.of(tls.keyFile()))),
                Pem.certificates(Files.readString(Path.of(tls.certificateFile()))));
    }

    private KeyMaterial own(List<String> names) throws IOException, GeneralSecurityException {
        Path keyFile = folder.resolve(KEY);
        Path certificateFile = folder.resolve(CERTIFICATE);
        try {
            KeyMaterial kept = kept();
            return covers(kept.certificate(), names) ? kept : renamed(kept, certificateFile, names);
        } catch (NoSuchFileException firstStart) {
            return created(keyFile, certificateFile, names);
        }
    }

    private KeyMaterial kept() throws IOException, GeneralSecurityException {
        return new KeyMaterial(
                Pem.privateKey(Files.readString(folder.resolve(KEY))),
                Pem.certificates(Files.readString(folder.resolve(CERTIFICATE))));
    }

    private boolean covers(X509Certificate certificate, List<String> names)
            throws GeneralSecurityException {
        var alternatives = certificate.getSubjectAlternativeNames();
        return alternatives != null
                && alternatives.stream()
                        .map(name -> String.valueOf(name.get(1)))
                        .toList()
                        .equals(names)
                && certificate.getNotAfter().toInstant().isAfter(clock.instant());
    }

    private KeyMaterial renamed(KeyMaterial kept, Path certificateFile, List<String> names)
            throws IOException, GeneralSecurityException {
        KeyPair keys = new KeyPair(kept.certificate().getPublicKey(), kept.key());
        return new KeyMaterial(kept.key(), List.of(written(keys, certificateFile, names)));
    }

    private KeyMaterial created(Path keyFile, Path certificateFile, List<String> names)
            throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair keys = generator.generateKeyPair();
        Files.createDirectories(folder);
        X509Certificate certificate = written(keys, certificateFile, names);
        String pem = Pem.write("PRIVATE KEY", keys.getPrivate().getEncoded());
        AtomicFile.write(keyFile, pem.getBytes(StandardCharsets.US_ASCII));
        return new KeyMaterial(keys.getPrivate(), List.of(certificate));
    }

    private X509Certificate written(KeyPair keys, Path file, List<String> names)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = SelfSigned.certificate(keys, names, clock.instant(), random);
        String pem = Pem.write("CERTIFICATE", certificate.getEncoded());
        AtomicFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
        return certificate;
    }
}
