/// One person as an account knows them: facts in, state, history and export out, and forgetting.
@NullMarked
package io.sendgate.consentreview;

import org.jspecify.annotations.NullMarked;
