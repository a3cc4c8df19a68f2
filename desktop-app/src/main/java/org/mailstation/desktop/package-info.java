/**
 * The assistant on the family's PC: where it starts, and the one place where its parts are put
 * together.
 */
@NullMarked
package org.mailstation.desktop;

import org.jspecify.annotations.NullMarked;
