package org.mailstation.records;

import org.mailstation.config.StationConfig;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.Holds;
import org.mailstation.ddns.Provider;

/**
 * What a name at a DDNS provider can hold beside its address. Of every other name anything is
 * expected.
 */
public record DdnsLimits(Holds mx, Holds txt) {
    private static final DdnsLimits NONE = new DdnsLimits(Holds.WEB, Holds.WEB);
    private static final Catalogue PROVIDERS = Catalogue.ours();

    /** What this name can hold, or a name below it. */
    public static DdnsLimits of(StationConfig config, String name) {
        String host = config.ddns().host();
        Provider provider = PROVIDERS.find(config.ddns().provider());
        boolean theirs = !host.isEmpty() && (name.equals(host) || name.endsWith("." + host));
        return theirs && provider != null ? new DdnsLimits(provider.mx(), provider.txt()) : NONE;
    }

    public boolean takesMx() {
        return mx != Holds.NO;
    }

    public boolean takesTxt() {
        return txt != Holds.NO;
    }
}
