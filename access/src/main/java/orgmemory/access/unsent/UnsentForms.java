// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.unsent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import orgmemory.message.Json;
import orgmemory.message.people.PersonId;
import tools.jackson.core.JacksonException;

/**
 * Seals forms, so that the browser of somebody who is not signed in can hold them without anything being written down here,
 * and opens each for the person alone who filled it in.
 */
public final class UnsentForms {

    /** Under this name a sealed form is handed from page to page. */
    public static final String NAME = "unsent";

    /** No form that anybody fills in by hand is larger; how much a stranger can have us seal is bounded by it. */
    private static final int LARGEST = 100_000;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SealingKeys keys;
    private final InstantSource clock;

    public UnsentForms(SealingKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Kept(UnsentForm form, Instant until) {
    }

    /** The form as text that nobody can read or change; empty where it is too large. */
    public Optional<String> seal(UnsentForm form) {
        var written = Json.mapper().writeValueAsBytes(new Kept(form, clock.instant().plus(KEPT)));
        if (written.length > LARGEST) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce).doFinal(packed(written));
            return Optional.of(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form, if it is this person's; empty for anybody else, and for what we have not sealed or have too long ago. */
    public Optional<UnsentForm> open(String sealed, PersonId person) {
        return sealed.isEmpty()
                ? Optional.empty()
                : keys.all()
                        .stream()
                        .flatMap(key -> opened(sealed, key).stream())
                        .filter(kept -> clock.instant().isBefore(kept.until()))
                        .map(Kept::form)
                        .filter(form -> form.person().equals(person))
                        .findFirst();
    }

    private static Optional<Kept> opened(String sealed, byte[] key) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
            if (bytes.remaining() < NONCE) {
                return Optional.empty();
            }
            var nonce = new byte[NONCE];
            bytes.get(nonce);
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            var written = unpacked(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(rest));
            return Optional.of(Json.mapper().readValue(written, Kept.class));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException
                | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(LARGEST);
        }
    }
}
