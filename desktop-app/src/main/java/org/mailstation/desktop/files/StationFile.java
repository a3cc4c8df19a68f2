package org.mailstation.desktop.files;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** How the files are named of which every station has one. */
public final class StationFile {

    private StationFile() {}

    /**
     * A name that every file system takes, and that is another one for every station.
     *
     * @param station its address, as the person calls it
     * @param ending with its dot
     */
    public static String name(String station, String ending) {
        String plain = station.toLowerCase(Locale.ROOT);
        String name =
                plain.matches("[a-z0-9.-]+")
                        ? plain
                        : HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8));
        return name + ending;
    }
}
