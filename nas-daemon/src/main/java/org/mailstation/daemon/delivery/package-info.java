/**
 * The way of a letter: taken in, put into mailboxes, sent on, tried again, returned (RFC 5321, RFC
 * 3464).
 */
@NullMarked
package org.mailstation.daemon.delivery;

import org.jspecify.annotations.NullMarked;
