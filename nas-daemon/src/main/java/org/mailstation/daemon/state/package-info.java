/**
 * What the station keeps about itself: configuration with revisions, secrets, and the folder that
 * everything lies in.
 */
@NullMarked
package org.mailstation.daemon.state;

import org.jspecify.annotations.NullMarked;
