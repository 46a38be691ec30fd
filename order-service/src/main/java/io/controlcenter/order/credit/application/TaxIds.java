package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.stereotype.Component;

/** Seals tax numbers (AES-256-GCM), so that neither a copy of the database nor a log has one in clear. */
@Component
class TaxIds {

    private static final Logger LOG = LoggerFactory.getLogger(TaxIds.class);
    private static final int SHOWN = 4;
    private final boolean ready;
    private final AesGcmBytesEncryptor encryptor;

    TaxIds(@Value("${controlcenter.order.tax-id-key}") String key) {
        this.ready = !key.isBlank();
        this.encryptor = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(sha256(key), "AES"))
                .build();
        if (!ready) {
            LOG.warn("No TAX_ID_KEY: nobody can apply for credit");
        }
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Applicant.TaxId seal(String taxId) {
        requireKey();
        var plain = taxId.replaceAll("[^A-Za-z0-9]", "");
        var sealed = encryptor.encrypt(plain.getBytes(StandardCharsets.US_ASCII));
        return new Applicant.TaxId(HexFormat.of().formatHex(sealed), plain.substring(plain.length() - SHOWN));
    }

    String open(Applicant.TaxId taxId) {
        requireKey();
        return new String(encryptor.decrypt(HexFormat.of().parseHex(taxId.sealed())), StandardCharsets.US_ASCII);
    }

    private void requireKey() {
        if (!ready) {
            throw Problem.unavailable("Tax numbers cannot be kept right now.", Duration.ofHours(1));
        }
    }
}
