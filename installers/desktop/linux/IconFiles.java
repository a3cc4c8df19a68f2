import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.mailstation.desktop.icon.AppIcon;

/** Draws the icon in the sizes of the freedesktop.org icon theme: {@code FOLDER-OF-THE-THEME}. */
final class IconFiles {
    private IconFiles() {}

    public static void main(String[] args) throws IOException {
        for (int pixels : new int[] {16, 24, 32, 48, 64, 128, 256}) {
            Path folder = Path.of(args[0], pixels + "x" + pixels, "apps");
            Files.createDirectories(folder);
            ImageIO.write(AppIcon.draw(pixels), "png", folder.resolve("mail-station.png").toFile());
        }
    }
}
