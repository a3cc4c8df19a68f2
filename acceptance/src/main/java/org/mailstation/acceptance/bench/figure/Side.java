package org.mailstation.acceptance.bench.figure;

/** Whose figure it is. */
public enum Side {
    STATION,
    PEER
}
