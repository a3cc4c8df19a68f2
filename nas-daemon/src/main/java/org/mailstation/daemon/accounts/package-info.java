/** Who lives here and may sign in: addresses, aliases, passwords, and the brake on guessing. */
@NullMarked
package org.mailstation.daemon.accounts;

import org.jspecify.annotations.NullMarked;
