/**
 * What Mail Station asks of a router, whatever protocol it speaks: its public address, and which of
 * its ports lead where.
 */
@NullMarked
package org.mailstation.router;

import org.jspecify.annotations.NullMarked;
