/** Has backups made by themselves, as often as the configuration says, and tells how that goes. */
@NullMarked
package org.mailstation.daemon.backup.plan;

import org.jspecify.annotations.NullMarked;
