/** What the NAS tells about itself in files: its load, its disks, its packages. */
@NullMarked
package org.mailstation.daemon.box;

import org.jspecify.annotations.NullMarked;
