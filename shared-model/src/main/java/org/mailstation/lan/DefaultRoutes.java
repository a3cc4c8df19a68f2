package org.mailstation.lan;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Through whom this computer reaches everything that is not at home, as Linux tells it. */
public final class DefaultRoutes {
    public static final Path LINUX = Path.of("/proc/net/route");

    private static final int HAS_GATEWAY = 0x2;

    private DefaultRoutes() {}

    /**
     * The routers' addresses; none if there is no way out.
     *
     * @param table a file like {@link #LINUX}
     * @throws IOException if there is none, as on other systems
     */
    public static List<Inet4Address> read(Path table) throws IOException {
        List<Inet4Address> gateways = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            // interface, destination, gateway, flags, …; numbers in hexadecimal
            String[] fields = line.strip().split("\\s+");
            if (fields.length > 3
                    && fields[1].equals("00000000")
                    && fields[2].matches("[0-9A-F]{8}")
                    && (Integer.parseInt(fields[3], 16) & HAS_GATEWAY) != 0) {
                gateways.add(address(Integer.parseUnsignedInt(fields[2], 16)));
            }
        }
        return gateways;
    }

    private static Inet4Address address(int inTheOrderOfTheProcessor) {
        byte[] bytes =
                ByteBuffer.allocate(4)
                        .order(ByteOrder.nativeOrder())
                        .putInt(inTheOrderOfTheProcessor)
                        .array();
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // four bytes are always an address
        }
    }
}
