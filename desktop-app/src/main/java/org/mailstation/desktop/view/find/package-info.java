/** The pages on which the NAS is found and its host key compared. */
@NullMarked
package org.mailstation.desktop.view.find;

import org.jspecify.annotations.NullMarked;
