/**
 * Learns from each person which letters are junk to that person, by the words in them (the method
 * of Paul Graham and Gary Robinson, as bogofilter and SpamBayes have it).
 */
@NullMarked
package org.mailstation.daemon.junk;

import org.jspecify.annotations.NullMarked;
