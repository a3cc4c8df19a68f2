/** A station as a person is typing it: values that know what is still wrong with them. */
@NullMarked
package org.mailstation.desktop.draft;

import org.jspecify.annotations.NullMarked;
