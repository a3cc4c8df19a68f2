package org.mailstation.daemon.control;

import java.util.concurrent.atomic.AtomicInteger;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.TryDdns;
import org.mailstation.text.Text;

/** A station without DDNS, which counts how often it was told of other settings. */
public final class NoDdns implements DdnsDesk {
    public final AtomicInteger changes = new AtomicInteger();

    @Override
    public DdnsStatus status(boolean now) {
        return DdnsStatus.NONE;
    }

    @Override
    public DdnsStatus goBack(String published) {
        return DdnsStatus.NONE;
    }

    @Override
    public DdnsTried test() {
        return new DdnsTried.NotReady(Text.of("ddns.none"));
    }

    @Override
    public DdnsTried trial(TryDdns typed) {
        return test();
    }

    @Override
    public void settingsChanged() {
        changes.incrementAndGet();
    }
}
