package org.mailstation.desktop.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Replies of the Synology finder as they are documented, byte for byte. */
final class FinderReplies {
    private FinderReplies() {}

    /** A DS220+ with DSM 7.2 at 192.168.77.10. */
    static byte[] diskStation() {
        return at("c0a84d0a");
    }

    /**
     * The same unit.
     *
     * @param address four bytes in hexadecimal
     */
    static byte[] at(String address) {
        String hex =
                "1234567853594e4f"
                        + "010402000000" // a reply
                        + field("11", "DiskStation")
                        + field("19", "00:11:32:aa:bb:cc")
                        + "1204"
                        + address
                        + "1304ffffff00" // mask
                        + "1404c0a84d01" // gateway
                        + "1504c0a84d01" // DNS
                        + "180400000000" // by DHCP
                        + "480401000000" // ready
                        + "4904c10d0100" // build 69057
                        + field("70", "synology_geminilake_220+")
                        + "750488130000" // 5000
                        + "760489130000" // 5001
                        + field("77", "7.2")
                        + field("78", "DS220+")
                        + field("c0", "2150QWR012345")
                        + field("c1", "DSM");
        return HexFormat.of().parseHex(hex);
    }

    private static String field(String type, String text) {
        byte[] value = text.getBytes(UTF_8);
        return type
                + HexFormat.of().toHexDigits((byte) value.length)
                + HexFormat.of().formatHex(value);
    }
}
