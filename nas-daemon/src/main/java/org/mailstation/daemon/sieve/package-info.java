/**
 * The language in which people say what is to become of their letters: Sieve (RFC 5228) with
 * fileinto, reject, envelope, body (RFC 5173), copy (RFC 3894), imap4flags (RFC 5232), vacation
 * (RFC 5230), mailbox (RFC 5490) and subaddress (RFC 5233). A script is judged as a whole when it
 * is read, and what it may do when it runs is limited.
 */
@NullMarked
package org.mailstation.daemon.sieve;

import org.jspecify.annotations.NullMarked;
