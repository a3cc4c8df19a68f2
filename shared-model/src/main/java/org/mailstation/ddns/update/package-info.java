/** Tells a provider the new address: one small client for each protocol. */
@NullMarked
package org.mailstation.ddns.update;

import org.jspecify.annotations.NullMarked;
