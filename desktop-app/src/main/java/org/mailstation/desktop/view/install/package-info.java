/** The pages on which the NAS is looked at and the daemon brought to it. */
@NullMarked
package org.mailstation.desktop.view.install;

import org.jspecify.annotations.NullMarked;
