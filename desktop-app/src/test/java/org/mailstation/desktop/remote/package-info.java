/** Tests of the conversation with a NAS and its daemon. */
@NullMarked
package org.mailstation.desktop.remote;

import org.jspecify.annotations.NullMarked;
