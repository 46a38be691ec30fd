package io.controlcenter.identity.signin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.secondfactor.SecondFactors;
import io.controlcenter.identity.throttling.Throttle;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

class SigningInTest {

    /** As if somebody knew the password whose hash stands in where there is none. */
    private static final PasswordEncoder ANYTHING_FITS = new PasswordEncoder() {
        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return true;
        }
    };

    private final Credentials credentials = mock();
    private final Throttle throttle = mock();
    private final SecondFactors factors = mock();
    private final Entrance entrance = mock();
    private final Everywhere everywhere = mock();
    private final SigningIn signingIn = new SigningIn(
            credentials,
            throttle,
            factors,
            entrance,
            mock(),
            everywhere,
            ANYTHING_FITS,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void no_password_fits_who_is_only_invited() {
        refuses(Optional.of(new Credentials.Login("u-1", "invited@acme.example", null, true)));
    }

    @Test
    void no_password_fits_who_is_unknown() {
        refuses(Optional.empty());
    }

    private void refuses(Optional<Credentials.Login> login) {
        when(everywhere.call(any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(0).get());
        when(credentials.find(anyString())).thenReturn(login);
        when(throttle.pause(any(), any())).thenReturn(Optional.empty());
        var given = UsernamePasswordAuthenticationToken.unauthenticated("invited@acme.example", "any password");
        assertThatThrownBy(() -> signingIn.authenticate(given)).isInstanceOf(BadCredentialsException.class);
        verify(throttle, times(2)).failed(any());
        verifyNoInteractions(factors, entrance);
    }
}
