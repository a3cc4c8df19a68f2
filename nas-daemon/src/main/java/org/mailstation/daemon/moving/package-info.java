/**
 * Brings the letters of other providers and programs into mailboxes of this station, each once
 * however often it is tried, and writes them down for others.
 */
@NullMarked
package org.mailstation.daemon.moving;

import org.jspecify.annotations.NullMarked;
