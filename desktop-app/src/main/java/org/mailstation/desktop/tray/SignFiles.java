package org.mailstation.desktop.tray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.mailstation.desktop.icon.AppIcon;
import org.mailstation.finding.Health;

/** The signs as picture files, for desktops that want a path. */
final class SignFiles {

    private static final int PIXELS = 64;

    private final Path folder;

    SignFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (Health health : Health.values()) {
            ImageIO.write(AppIcon.draw(PIXELS, health), "png", of(health).toFile());
        }
    }

    /** The file of a health. */
    Path of(Health health) {
        return folder.resolve("status-" + health.name().toLowerCase(Locale.ROOT) + ".png")
                .toAbsolutePath();
    }
}
