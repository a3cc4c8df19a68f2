/** Sentences for people: a key and its arguments, put into words in the reader's own language. */
@NullMarked
package org.mailstation.text;

import org.jspecify.annotations.NullMarked;
