/** What the store knows about mailboxes and letters, how it changes, and its form in bytes. */
@NullMarked
package org.mailstation.daemon.store.record;

import org.jspecify.annotations.NullMarked;
