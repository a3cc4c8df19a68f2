package org.mailstation.bounce;

/** Whether the letter is still on its way. */
public enum Again {
    /** the server that has it tries by itself */
    YES,
    /** it was given up; who wants it there must send it once more */
    NO,
    /** could not tell */
    UNKNOWN
}
