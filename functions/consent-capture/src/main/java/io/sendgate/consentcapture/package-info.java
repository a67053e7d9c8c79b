/// Consents and opt-outs as they come in: by API, by batch, by web form, by confirmation link.
@NullMarked
package io.sendgate.consentcapture;

import org.jspecify.annotations.NullMarked;
