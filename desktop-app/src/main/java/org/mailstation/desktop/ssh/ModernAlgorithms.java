package org.mailstation.desktop.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import org.jspecify.annotations.Nullable;

/**
 * What this program agrees to speak: neither SHA-1 nor CBC nor groups below 2048 bits (RFC 9142,
 * RFC 8270). The library's own choice still has them.
 */
final class ModernAlgorithms {
    private ModernAlgorithms() {}

    /**
     * @param pinned algorithm of the key that this host had before: asked for first, since a server
     *     with two keys shows the one asked for
     */
    static Config config(@Nullable String pinned) {
        DefaultConfig config = new DefaultConfig();
        config.setVersion("MailStation");
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        config.setKeyExchangeFactories(
                List.of(
                        new Curve25519SHA256.Factory(),
                        new Curve25519SHA256.FactoryLibSsh(),
                        new ECDHNistP.Factory256(),
                        new ECDHNistP.Factory384(),
                        new ECDHNistP.Factory521(),
                        DHGroups.Group16SHA512(),
                        DHGroups.Group18SHA512(),
                        new ExtInfoClientFactory()));
        config.setKeyAlgorithms(keyAlgorithms(pinned));
        config.setCipherFactories(
                List.of(
                        ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
                        GcmCiphers.AES256GCM(),
                        GcmCiphers.AES128GCM(),
                        BlockCiphers.AES256CTR(),
                        BlockCiphers.AES192CTR(),
                        BlockCiphers.AES128CTR()));
        config.setMACFactories(
                List.of(
                        Macs.HMACSHA2256Etm(),
                        Macs.HMACSHA2512Etm(),
                        Macs.HMACSHA2256(),
                        Macs.HMACSHA2512()));
        return config;
    }

    private static List<Factory.Named<KeyAlgorithm>> keyAlgorithms(@Nullable String pinned) {
        List<Factory.Named<KeyAlgorithm>> all =
                List.of(
                        KeyAlgorithms.EdDSA25519(),
                        KeyAlgorithms.ECDSASHANistp256(),
                        KeyAlgorithms.ECDSASHANistp384(),
                        KeyAlgorithms.ECDSASHANistp521(),
                        KeyAlgorithms.RSASHA512(),
                        KeyAlgorithms.RSASHA256());
        List<Factory.Named<KeyAlgorithm>> ordered = new ArrayList<>();
        all.stream().filter(algorithm -> suits(algorithm.getName(), pinned)).forEach(ordered::add);
        all.stream().filter(algorithm -> !suits(algorithm.getName(), pinned)).forEach(ordered::add);
        return ordered;
    }

    /** An RSA key has the same format whatever hash its signatures use (RFC 8332 3). */
    private static boolean suits(String algorithm, @Nullable String keyFormat) {
        return "ssh-rsa".equals(keyFormat)
                ? algorithm.startsWith("rsa-sha2-")
                : algorithm.equals(keyFormat);
    }
}
