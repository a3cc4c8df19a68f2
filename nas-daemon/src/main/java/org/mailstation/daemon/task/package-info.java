/** Work that takes long: it tells how far it is, and ends when nobody wants it any more. */
@NullMarked
package org.mailstation.daemon.task;

import org.jspecify.annotations.NullMarked;
