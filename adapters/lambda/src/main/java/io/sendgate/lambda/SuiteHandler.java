package io.sendgate.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.sendgate.aws.Errand;
import io.sendgate.aws.Primer;

import org.crac.Core;
import org.crac.Resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What Lambda enters every function by: errands are run here, all else is Quarkus' own.
///
/// Before a snapshot is taken it primes the function through the same door.
public final class SuiteHandler implements RequestStreamHandler, Resource {

    private final QuarkusStreamHandler quarkus = new QuarkusStreamHandler();
    private final ObjectMapper json = new JsonMapper();

    /// A function that is ready to be started.
    public SuiteHandler() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        byte[] event = input.readAllBytes();
        if (!Events.isHttp(event) && run(event, output)) {
            return;
        }
        quarkus.handleRequest(new ByteArrayInputStream(event), output, context);
    }

    private boolean run(byte[] bytes, OutputStream output) throws IOException {
        Quarkus.manualStart();
        JsonNode event = json.readTree(bytes);
        for (Errand errand : Arc.container().select(Errand.class)) {
            if (errand.takes(event)) {
                json.writeValue(output, errand.run(event));
                return true;
            }
        }
        return false;
    }

    /// Primes the function: its policies and words are read and compiled, and where it has a URL a
    /// request goes all the way through it.
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        Quarkus.manualStart();
        Arc.container().select(Primer.class).forEach(Primer::prime);
        if (Events.servesHttp()) {
            byte[] health = Events.HEALTH.getBytes(StandardCharsets.UTF_8);
            quarkus.handleRequest(
                    new ByteArrayInputStream(health), OutputStream.nullOutputStream(), null);
        }
    }

    /// Nothing to bring back: nothing that ages was in the snapshot.
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
