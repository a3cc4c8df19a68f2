/**
 * Apache James's protocol engines and mailbox manager, put together by hand and wired to this
 * station's accounts, store and delivery.
 */
@NullMarked
package org.mailstation.daemon.mail;

import org.jspecify.annotations.NullMarked;
