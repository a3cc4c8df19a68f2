package org.mailstation.acceptance.bench;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.peer.Doors;
import org.mailstation.acceptance.bench.peer.Memory;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.Door;

/** A server that does nothing. */
record FakePeer(Side side, String name) implements Peer {
    @Override
    public String version() {
        return name + " 1";
    }

    @Override
    public void prepare() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public Doors doors() {
        Door none = new Door(1, false);
        return new Doors(none, none, none, none, none, none, none);
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.empty();
    }

    @Override
    public Memory memory() {
        return new Memory(1, 2, 3);
    }

    @Override
    public long mailOnDisk() {
        return 0;
    }

    @Override
    public void fill(String account, String box, int count, IntFunction<byte[]> letters) {}

    @Override
    public String password() {
        return "";
    }
}
