@NullMarked
package org.mailstation.desktop.practice;

import org.jspecify.annotations.NullMarked;
