package org.mailstation.check.real;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.LandmarksFile;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.SignatureKey;
import org.mailstation.control.StationIdentity;
import org.mailstation.records.SigningKey;

/** A station as one needs to know it to look at it. */
public record Portrait(StationConfig config, Identity identity, Landmarks landmarks) {
    /** What a station told of itself; {@code null} if it has no configuration that we can read. */
    public static @Nullable Portrait of(StationIdentity told) {
        return switch (StationToml.read(told.toml())) {
            case Parsed.Valid<StationConfig>(StationConfig config) ->
                    new Portrait(config, identity(told), landmarks(told.landmarks()));
            case Parsed.Invalid<StationConfig> _ -> null;
        };
    }

    private static Identity identity(StationIdentity told) {
        InetAddress home = told.home().isEmpty() ? null : InetAddress.ofLiteral(told.home());
        SignatureKey key = told.signing();
        return new Identity(
                told.keySha256(),
                home,
                key == null ? null : new SigningKey(key.selector(), key.publicKey()));
    }

    /** Who told them has judged them already. */
    private static Landmarks landmarks(String text) {
        return LandmarksFile.read(text) instanceof Parsed.Valid<Landmarks>(Landmarks read)
                ? read
                : Landmarks.INTERNET;
    }
}
