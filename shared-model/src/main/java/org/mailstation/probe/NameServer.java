package org.mailstation.probe;

/** One name server that can be asked. */
@FunctionalInterface
public interface NameServer {
    /**
     * Asks this server and no other, past every cache of this program; takes a few seconds at most.
     */
    DnsReply ask(DnsQuestion question);
}
