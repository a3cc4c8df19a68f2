/** Writes files without ever leaving half of one. */
@NullMarked
package org.mailstation.files;

import org.jspecify.annotations.NullMarked;
