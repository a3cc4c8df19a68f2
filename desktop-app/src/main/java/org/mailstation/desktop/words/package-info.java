/**
 * The assistant's words: every text that a window, the tray or the command line shows, in the
 * reader's language.
 */
@NullMarked
package org.mailstation.desktop.words;

import org.jspecify.annotations.NullMarked;
