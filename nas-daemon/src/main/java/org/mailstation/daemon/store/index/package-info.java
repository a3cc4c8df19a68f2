/**
 * The index over mailboxes and letters. It can always be rebuilt from the journal and the letters.
 */
@NullMarked
package org.mailstation.daemon.store.index;

import org.jspecify.annotations.NullMarked;
