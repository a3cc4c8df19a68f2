package org.mailstation.daemon.setup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.mailstation.clients.AppleProfile;
import org.mailstation.clients.Autoconfig;
import org.mailstation.clients.Autodiscover;
import org.mailstation.clients.ClientSettings;
import org.mailstation.clients.ClientWords;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ClientRequest;
import org.mailstation.control.ClientSetup;

/** Makes what a mail program must be told of one mailbox. */
public final class ClientDesk {
    private final Signer signer;

    /** Signs a profile, so that a device says from whom it is. */
    @FunctionalInterface
    public interface Signer {
        /** The document in a signed form; empty: there is no certificate that others believe. */
        Optional<byte[]> signed(byte[] document);
    }

    public ClientDesk(Signer signer) {
        this.signer = signer;
    }

    /** For somebody who may know which mailboxes there are. */
    public ClientSetup answer(StationConfig config, ClientRequest request) {
        String address = request.address();
        Optional<Account> account =
                config.accounts().stream().filter(one -> one.address().equals(address)).findFirst();
        if (account.isEmpty()) {
            return new ClientSetup.NoSuchAccount(address);
        }
        ClientSettings settings = ClientSettings.of(config, domain(address), request.pop3());
        if (!settings.complete()) {
            return new ClientSetup.NotReachable();
        }
        return switch (request.form()) {
            case TEXT -> plain("mail.txt", "text/plain", words(settings, address));
            case AUTOCONFIG -> plain("config-v1.1.xml", "application/xml", Autoconfig.of(settings));
            case AUTODISCOVER ->
                    plain(
                            "autodiscover.xml",
                            "application/xml",
                            Autodiscover.of(settings, address));
            case MOBILECONFIG -> profile(settings, address, account.get().name());
        };
    }

    private static String words(ClientSettings settings, String address) {
        return String.join("\n", ClientWords.lines(settings, address)) + "\n";
    }

    private static ClientSetup plain(String name, String mediaType, String text) {
        return made(name, mediaType, text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static ClientSetup.Made made(
            String name, String mediaType, byte[] content, boolean signed) {
        return new ClientSetup.Made(
                name, mediaType, Base64.getEncoder().encodeToString(content), signed);
    }

    private ClientSetup profile(ClientSettings settings, String address, String name) {
        byte[] profile = AppleProfile.of(settings, address, name).getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> signed = signer.signed(profile);
        return made(
                address + ".mobileconfig",
                "application/x-apple-aspen-config",
                signed.orElse(profile),
                signed.isPresent());
    }

    /**
     * The profile for whoever asks over the web: the same whether or not there is such a mailbox,
     * and without a person's name.
     */
    byte[] profile(ClientSettings settings, String address) {
        byte[] profile = AppleProfile.of(settings, address, "").getBytes(StandardCharsets.UTF_8);
        return signer.signed(profile).orElse(profile);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
