package org.mailstation.daemon.forwarding;

import java.net.Inet6Address;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Pinholes;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;

/** A router's firewall for IPv6 in memory. */
final class FakePinholes implements Pinholes {
    final Map<Integer, String> doors = new TreeMap<>();
    RouterAnswer<Firewall> firewall = new RouterAnswer.Given<>(new Firewall(true, true));
    @Nullable RouterAnswer<Integer> says;
    int renewals;
    private int next = 1;

    @Override
    public RouterAnswer<Firewall> firewall() {
        return firewall;
    }

    @Override
    public RouterAnswer<Integer> open(Inet6Address own, int port, Duration lease) {
        if (says != null) {
            return says;
        }
        doors.put(next, own.getHostAddress() + " " + port);
        return new RouterAnswer.Given<>(next++);
    }

    @Override
    public RouterAnswer<Boolean> renew(int door, Duration lease) {
        renewals++;
        return doors.containsKey(door)
                ? new RouterAnswer.Given<>(true)
                : new RouterAnswer.Refused<>(Refusal.OTHER, 704, "no such door");
    }

    @Override
    public RouterAnswer<Boolean> close(int door) {
        return new RouterAnswer.Given<>(doors.remove(door) != null);
    }
}
