/** The page of what the router leads to the NAS. */
@NullMarked
package org.mailstation.desktop.view.ports;

import org.jspecify.annotations.NullMarked;
