package org.mailstation.bounce;

/** Whose matter it is that a letter did not arrive. */
public enum Blame {
    /** the station's, its line's, its domain's, or the letter's: here something can be done */
    US,
    /** that of the receiving side */
    THEM,
    /** nothing is broken on either side */
    NOBODY,
    /** could not tell */
    UNKNOWN
}
