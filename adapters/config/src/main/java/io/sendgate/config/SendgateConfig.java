package io.sendgate.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The suite's own settings, each `sendgate.` and the name below in lower case with hyphens.
@ConfigMapping(prefix = "sendgate")
public interface SendgateConfig {

    /// How long a running copy may rely on account facts it has read, as an ISO-8601 duration.
    ///
    /// Whoever changes an account waits that long and a tenth of a second before acknowledging.
    /// A shorter lease means more reads, not less safety.
    @WithDefault("PT2S")
    Duration lease();

    /// What stands before every table's name.
    @WithDefault("sendgate-")
    String tablePrefix();

    /// The operator's key in clear: for the local suite, never for a deployed one.
    Optional<String> operatorKey();

    /// SHA-256 of the operator's key, base64url without padding; it wins over the key in clear.
    Optional<String> operatorKeyHash();

    /// The URL at which callers reach the suite, without a trailing slash.
    Optional<String> publicUrl();

    /// Whether sends are closed by themselves once the recipients' table has been restored; needed
    /// wherever sends are decided, and one more call at the start.
    @WithDefault("true")
    boolean restoreGuard();

    /// The two master keys.
    MastersConfig masters();

    /// The topic that events are published to.
    TopicConfig topic();

    /// The queue in which requests wait that could not be recorded.
    BacklogConfig backlog();

    /// Where the master keys come from: `sendgate.masters.…`.
    interface MastersConfig {

        /// A file with both keys; nothing starts without it, or without a secret.
        Optional<Path> file();

        /// The name or the ARN of a secret in Secrets Manager that holds what the file would; it
        /// wins over the file.
        Optional<String> secret();

        /// Another endpoint than AWS's own, for an emulated Secrets Manager.
        Optional<URI> endpoint();

        /// Whether keys that the data does not know yet are bound to it at the first start: for
        /// the one function that may write the platform's ledger. All others only compare.
        @WithDefault("false")
        boolean bind();
    }

    /// The topic: `sendgate.topic.…`.
    interface TopicConfig {

        /// Its ARN; needed only where events are published.
        Optional<String> arn();

        /// Another endpoint than AWS's own, for an emulated SNS.
        Optional<URI> endpoint();

        /// Events a call, 1 to 10.
        @WithDefault("10")
        int batch();
    }

    /// The queue: `sendgate.backlog.…`.
    interface BacklogConfig {

        /// Its URL; needed only where webhooks are heard.
        Optional<String> url();

        /// Another endpoint than AWS's own, for an emulated SQS.
        Optional<URI> endpoint();
    }
}
