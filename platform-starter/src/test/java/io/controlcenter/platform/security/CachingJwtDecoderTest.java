package io.controlcenter.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.platform.test.Tokens;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class CachingJwtDecoderTest {

    private final AtomicInteger verified = new AtomicInteger();
    private final JwtDecoder decoder = new CachingJwtDecoder(
            token -> {
                verified.incrementAndGet();
                return Tokens.decoder().decode(token);
            },
            100);

    @Test
    void a_token_is_verified_once() {
        var token = Tokens.customer("E-1", "MEMO_VIEW").token();
        var first = decoder.decode(token);
        assertThat(decoder.decode(token)).isSameAs(first);
        assertThat(verified).hasValue(1);
    }

    @Test
    void a_bad_token_is_refused_every_time() {
        var token = Tokens.customer("E-1").forged();
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
        assertThat(verified).hasValue(2);
    }
}
