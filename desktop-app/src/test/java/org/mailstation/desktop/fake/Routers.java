package org.mailstation.desktop.fake;

import java.util.List;
import org.mailstation.config.Service;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.RouterStatus;
import org.mailstation.router.Protocol;

/** What routers lead to the NAS. */
public final class Routers {
    private static final RouterStatus BOX =
            new RouterStatus(
                    Protocol.IGD,
                    "FRITZ!Box 7590",
                    "192.168.1.1",
                    "192.168.1.5",
                    "http://192.168.1.1/",
                    "198.51.100.7");

    private Routers() {}

    private static Forward stands(Service service, int port) {
        return new Forward(service, port, port, new ForwardState.Stands(Protocol.IGD, null));
    }

    /** Everything that is open to the Internet. */
    public static Forwards all() {
        return new Forwards(
                HandLook.WHEN,
                BOX,
                List.of(
                        stands(Service.SMTP, 25),
                        stands(Service.SUBMISSIONS, 465),
                        stands(Service.IMAPS, 993)),
                List.of());
    }

    /** Something else has one of the ports. */
    public static Forwards half() {
        return new Forwards(
                HandLook.WHEN,
                BOX,
                List.of(
                        stands(Service.SMTP, 25),
                        stands(Service.SUBMISSIONS, 465),
                        new Forward(
                                Service.IMAPS,
                                993,
                                993,
                                new ForwardState.Taken("192.168.1.20", 993, "old nas", false))),
                List.of());
    }
}
