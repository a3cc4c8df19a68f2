import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.mailstation.desktop.icon.AppIcon;

/**
 * Draws the icon as Windows wants it: {@code FILE.ico}. An ICO file is a list of pictures, which may
 * be PNGs since Windows Vista (Microsoft, "ICONDIR" and "ICONDIRENTRY").
 */
final class IconFile {
    private static final int HEADER = 6;
    private static final int ENTRY = 16;

    private IconFile() {}

    public static void main(String[] args) throws IOException {
        int[] edges = {16, 24, 32, 48, 64, 128, 256};
        List<byte[]> pictures = new ArrayList<>();
        for (int edge : edges) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(AppIcon.draw(edge), "png", out);
            pictures.add(out.toByteArray());
        }
        int length = HEADER + ENTRY * edges.length;
        ByteBuffer file =
                ByteBuffer.allocate(length + pictures.stream().mapToInt(p -> p.length).sum());
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) edges.length);
        for (int number = 0; number < edges.length; number++) {
            byte edge = (byte) edges[number]; // 256 is written as 0
            file.put(edge).put(edge).put((byte) 0).put((byte) 0);
            file.putShort((short) 1).putShort((short) 32);
            file.putInt(pictures.get(number).length).putInt(length);
            length += pictures.get(number).length;
        }
        pictures.forEach(file::put);
        Files.write(Path.of(args[0]), file.array());
    }
}
