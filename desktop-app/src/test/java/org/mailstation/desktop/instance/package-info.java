@org.jspecify.annotations.NullMarked
package org.mailstation.desktop.instance;
