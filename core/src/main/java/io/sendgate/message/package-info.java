/// A message somebody asks to send: its purpose, its origin and its content.
@NullMarked
package io.sendgate.message;

import org.jspecify.annotations.NullMarked;
