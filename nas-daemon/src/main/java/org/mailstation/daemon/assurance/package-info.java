/**
 * Who must be at the other end before a letter is handed over: what the destination demands by
 * signed records (DANE, RFC 7672) or by its policy (MTA-STS, RFC 8461).
 */
@NullMarked
package org.mailstation.daemon.assurance;

import org.jspecify.annotations.NullMarked;
