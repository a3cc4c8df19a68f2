/**
 * What a look at the world found out: which hop, which verdict, on what evidence, and what to do
 * about it.
 */
@NullMarked
package org.mailstation.finding;

import org.jspecify.annotations.NullMarked;
