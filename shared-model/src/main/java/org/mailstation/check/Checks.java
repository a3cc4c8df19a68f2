package org.mailstation.check;

import java.util.List;

/** All checks, in the order in which a reader wants them: from the world to the mailbox. */
public final class Checks {
    public static final List<Check> ALL =
            List.of(
                    new NameServersCheck(),
                    new MxCheck(),
                    new HostAddressCheck(),
                    new ResolverCheck(),
                    new SpfCheck(),
                    new DmarcCheck(),
                    new ReverseNameCheck(),
                    new ReachCheck(),
                    new HomeDoorCheck(),
                    new OutboundCheck());

    private Checks() {}
}
