package org.mailstation.check;

import java.util.List;

/** All checks, in the order in which a reader wants them: from the world to the mailbox. */
public final class Checks {
    public static final List<Check> ALL =
            List.of(
                    new LineCheck(),
                    new NameServersCheck(),
                    new DelegationCheck(),
                    new DomainLifeCheck(),
                    new DdnsFitCheck(),
                    new MxCheck(),
                    new HostAddressCheck(),
                    new Ipv6Check(),
                    new WildcardCheck(),
                    new ResolverCheck(),
                    new ResolverFitCheck(),
                    new SpfCheck(),
                    new HostSpfCheck(),
                    new DkimCheck(),
                    new DmarcCheck(),
                    new TlsReportCheck(),
                    new MtaStsCheck(),
                    new TlsaCheck(),
                    new CaaCheck(),
                    new DiscoveryCheck(),
                    new ReverseNameCheck(),
                    new AddressListCheck(),
                    new NameListCheck(),
                    new ReachCheck(),
                    new HomeDoorCheck(),
                    new MailWayCheck(),
                    new OutboundCheck(),
                    new RoleAddressCheck(),
                    new ClockCheck());

    private Checks() {}
}
