/**
 * Tells mail programs how to use the station: files on demand, and a small web server for programs
 * that look by themselves, where the owner opens it.
 */
@NullMarked
package org.mailstation.daemon.setup;

import org.jspecify.annotations.NullMarked;
