/// The ledgers in DynamoDB and the topic in SNS: the only code that knows them.
@NullMarked
package io.sendgate.aws;

import org.jspecify.annotations.NullMarked;
