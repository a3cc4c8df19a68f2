/**
 * The mailbox store behind Apache James's mapper interfaces: letters are plain files, a journal is
 * the truth, an index answers quickly.
 */
@NullMarked
package org.mailstation.daemon.store;

import org.jspecify.annotations.NullMarked;
