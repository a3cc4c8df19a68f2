/**
 * Keeps what the station remembers of letters that have come and gone. Nothing of it is needed to
 * receive, read or send a letter: what is lost is learnt anew.
 */
@NullMarked
package org.mailstation.daemon.notes;

import org.jspecify.annotations.NullMarked;
