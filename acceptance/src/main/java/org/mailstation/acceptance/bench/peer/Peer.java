package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.wire.ImapTalk;
import org.mailstation.acceptance.bench.wire.Pop3Talk;

/** One of the two mail servers. */
public interface Peer {
    Side side();

    String name();

    /** Of every program that takes part. */
    String version() throws IOException, InterruptedException;

    /** Makes its folder and its settings. */
    void prepare() throws IOException, InterruptedException;

    /** Returns once every port greets. */
    void start() throws IOException, InterruptedException;

    /** The same, with as little memory as it has on the smallest computer. */
    default void startSmall() throws IOException, InterruptedException {
        start();
    }

    /** Harmless if it does not run. */
    void stop() throws IOException, InterruptedException;

    Doors doors();

    /** All that belong to it; none if it does not run. */
    Stream<ProcessHandle> processes();

    default Memory memory() throws IOException {
        return Memory.of(processes());
    }

    /** Waits until it has done all that it does for itself, as taking letters into an index. */
    default void awaitRest() throws InterruptedException {
        Rest.USUAL.await(this::processes);
    }

    /** What its letters and their index take on the disk, in octets. */
    long mailOnDisk() throws IOException, InterruptedException;

    /**
     * Puts letters into a mailbox in the quickest way that this server allows; it is not measured.
     *
     * @param letters by number, from 0 on
     */
    void fill(String account, String box, int count, IntFunction<byte[]> letters) throws Exception;

    /** Of everybody. */
    String password();

    /** A mail program of one of the people. */
    default ImapTalk imap(String account) throws IOException {
        return imap(account, "127.0.0.1");
    }

    /**
     * @param from the client's address
     */
    default ImapTalk imap(String account, String from) throws IOException {
        return ImapTalk.open(doors().imaps(), from, account, password());
    }

    default Pop3Talk pop3(String account) throws IOException {
        return Pop3Talk.open(doors().pop3s(), account, password());
    }
}
