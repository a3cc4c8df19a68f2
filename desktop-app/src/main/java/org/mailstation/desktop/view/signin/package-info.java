/** The pages on which the person signs in to the NAS and answers its questions. */
@NullMarked
package org.mailstation.desktop.view.signin;

import org.jspecify.annotations.NullMarked;
