package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.platform.problem.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Seals tax numbers (AES-256-GCM), so that neither a copy of the database nor a log has one in clear. */
@Component
class TaxIds {

    private static final Logger LOG = LoggerFactory.getLogger(TaxIds.class);
    private static final int SHOWN = 4;
    private final String key;

    TaxIds(@Value("${controlcenter.order.tax-id-key}") String key) {
        this.key = key;
        if (key.isBlank()) {
            LOG.warn("No TAX_ID_KEY: nobody can apply for credit");
        }
    }

    Applicant.TaxId seal(String taxId) {
        requireKey();
        var salt = KeyGenerators.string().generateKey();
        var plain = taxId.replaceAll("[^A-Za-z0-9]", "");
        return new Applicant.TaxId(
                salt + ":" + Encryptors.delux(key, salt).encrypt(plain), plain.substring(plain.length() - SHOWN));
    }

    String open(Applicant.TaxId taxId) {
        requireKey();
        var parts = taxId.sealed().split(":", 2);
        return Encryptors.delux(key, parts[0]).decrypt(parts[1]);
    }

    private void requireKey() {
        if (key.isBlank()) {
            throw Problem.unavailable("Tax numbers cannot be kept right now.", Duration.ofHours(1));
        }
    }
}
