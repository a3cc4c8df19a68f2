/**
 * Status, findings and problems as lines for a person at a terminal, the same on the NAS and on the
 * PC.
 */
@NullMarked
package org.mailstation.words;

import org.jspecify.annotations.NullMarked;
