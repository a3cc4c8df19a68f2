package org.mailstation.acceptance.bench.figure;

/** Which way a figure is good. */
public enum Better {
    /** as letters a second */
    MORE,
    /** as milliseconds or megabytes */
    LESS
}
