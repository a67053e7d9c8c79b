/// Keys and what is made with them: tags, seals, masked ids and API keys.
@NullMarked
package io.sendgate.wire.keys;

import org.jspecify.annotations.NullMarked;
