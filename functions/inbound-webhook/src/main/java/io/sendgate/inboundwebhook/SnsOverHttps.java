package io.sendgate.inboundwebhook;

import io.quarkus.arc.DefaultBean;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.inboundwebhook.provider.Sns;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// SNS as it answers: its certificates are fetched once and kept.
///
/// Redirects are not followed: where the addresses lead has been checked.
@Singleton
@DefaultBean
public class SnsOverHttps implements Sns {

    private static final Logger LOG = Logger.getLogger(SnsOverHttps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_KEPT = 100;

    private final Map<URI, X509Certificate> kept = new ConcurrentHashMap<>();
    private final Function<URI, byte[]> call;

    /// SNS over the network.
    public SnsOverHttps() {
        this(SnsOverHttps::get);
    }

    /// SNS over something else.
    ///
    /// @param call what fetches the bytes at an address
    SnsOverHttps(Function<URI, byte[]> call) {
        this.call = call;
    }

    @Override
    public PublicKey key(URI certificate) {
        X509Certificate known = kept.get(certificate);
        X509Certificate found = known == null ? certificate(call.apply(certificate)) : known;
        try {
            found.checkValidity();
        } catch (CertificateException e) {
            kept.remove(certificate);
            throw new FactsUnavailable("SNS's certificate is not of this time");
        }
        if (kept.size() < MOST_KEPT) {
            kept.put(certificate, found);
        }
        return found.getPublicKey();
    }

    @Override
    public void confirm(URI subscription) {
        byte[] answer = call.apply(subscription);
        LOG.infof("A subscription to a topic is confirmed: %d bytes", answer.length);
    }

    private static X509Certificate certificate(byte[] pem) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new FactsUnavailable("SNS's certificate cannot be read");
        }
    }

    private static byte[] get(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> response =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new FactsUnavailable("SNS does not answer as it should");
            }
            return response.body();
        } catch (IOException e) {
            throw new FactsUnavailable("SNS cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FactsUnavailable("SNS was not waited for");
        }
    }
}
