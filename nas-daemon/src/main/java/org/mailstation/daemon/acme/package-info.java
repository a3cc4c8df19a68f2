/**
 * Fetches a certificate that everybody trusts, and renews it in time (RFC 8555). The station keeps
 * its key: the assistant knows it by that.
 */
@NullMarked
package org.mailstation.daemon.acme;

import org.jspecify.annotations.NullMarked;
