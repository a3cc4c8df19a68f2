/**
 * Times Mail Station beside Postfix and Dovecot on this computer, in one run and with the same
 * clients.
 */
@NullMarked
package org.mailstation.acceptance.bench;

import org.jspecify.annotations.NullMarked;
