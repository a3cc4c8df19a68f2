package org.mailstation.control;

/**
 * What a look at every letter on the disk has found.
 *
 * @param letters looked at
 * @param repaired letters of which the index said something wrong; it is right now
 * @param adopted letters that lay in a folder but in no mailbox; they are in it now
 * @param missing letters whose file is gone; they stay listed until they are removed or the file is
 *     put back
 */
public record Reindexed(long letters, long repaired, long adopted, long missing) {}
