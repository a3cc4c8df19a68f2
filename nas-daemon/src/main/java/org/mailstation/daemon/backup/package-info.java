/**
 * Copies everything of a station to another disk or computer, again and again, and brings it back.
 * A copy is a list of files; their content lies beside the lists, each once, under its SHA-256.
 */
@NullMarked
package org.mailstation.daemon.backup;

import org.jspecify.annotations.NullMarked;
