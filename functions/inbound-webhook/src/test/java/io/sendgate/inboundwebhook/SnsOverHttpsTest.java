package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.gate.FactsUnavailable;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SnsOverHttpsTest {

    private static final URI ADDRESS = URI.create("https://sns.us-east-1.amazonaws.com/a.pem");

    private final List<URI> called = new ArrayList<>();
    private final SnsOverHttps sns = new SnsOverHttps(this::certificate);

    private byte[] certificate(URI address) {
        called.add(address);
        try {
            return Files.readAllBytes(Path.of("../../events/inbound/aws-certificate.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCertificateIsFetchedOnce() {
        assertThat(sns.key(ADDRESS)).isEqualTo(sns.key(ADDRESS));
        assertThat(called).containsExactly(ADDRESS);
    }

    @Test
    void aConfirmationCallsItsAddress() {
        sns.confirm(ADDRESS);
        assertThat(called).containsExactly(ADDRESS);
    }

    @Test
    void whatIsNoCertificateIsNotBelievedYet() {
        SnsOverHttps broken = new SnsOverHttps(address -> new byte[] {1});
        assertThatThrownBy(() -> broken.key(ADDRESS)).isInstanceOf(FactsUnavailable.class);
    }

    @Test
    void whoCannotBeReachedIsAskedAgainLater() {
        SnsOverHttps real = new SnsOverHttps();
        URI nobody = URI.create("https://127.0.0.1:1/a.pem");
        assertThatThrownBy(() -> real.key(nobody)).isInstanceOf(FactsUnavailable.class);
    }
}
