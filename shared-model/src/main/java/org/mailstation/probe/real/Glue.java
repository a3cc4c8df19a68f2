package org.mailstation.probe.real;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** The addresses that come along with names of servers (RFC 1034 4.2.1). */
final class Glue {
    private Glue() {}

    static Map<String, List<InetAddress>> of(Message reply) {
        Map<String, List<InetAddress>> glue = new HashMap<>();
        for (Record record : reply.getSection(Section.ADDITIONAL)) {
            if (record instanceof ARecord address) {
                String name = address.getName().toString().toLowerCase(Locale.ROOT);
                glue.computeIfAbsent(name, _ -> new ArrayList<>()).add(address.getAddress());
            }
        }
        return glue;
    }
}
