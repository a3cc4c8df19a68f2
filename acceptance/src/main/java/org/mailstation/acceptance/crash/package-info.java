/**
 * Kills the running daemon at random moments under load, and looks whether it kept its promises.
 */
@NullMarked
package org.mailstation.acceptance.crash;

import org.jspecify.annotations.NullMarked;
