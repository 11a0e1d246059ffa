// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import orgmemory.access.HttpProblem;
import orgmemory.access.HttpProblem.InvalidField;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Which passwords there may be, and how they are kept: long rather than intricate, and as Argon2id hashes. */
public final class Passwords {

    static final String FIELD = "password";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_TURN = 10;
    private static final String ENCODING = "argon2id";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(ENCODING,
            Map.of(ENCODING, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Set<String> commonest = commonest();

    /** Compared with where there is no account, so that the answer takes as long. */
    private final String nobodys = encode("nobody has this password");

    /** What is wrong with it as somebody's new password. */
    Optional<InvalidField> invalidField(String field, String password, SignInName name) {
        var plain = plain(password);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST) {
            return invalidField(field, "password.short", SHORTEST);
        }
        if (length > LONGEST) {
            return invalidField(field, "password.long", LONGEST);
        }
        if (SignInName.typed(password).key().equals(name.key())) {
            return invalidField(field, "password.own-name");
        }
        return commonest.contains(plain.toLowerCase(Locale.ROOT))
                ? invalidField(field, "password.common")
                : Optional.empty();
    }

    String encode(String password) {
        return Objects.requireNonNull(inTurn(() -> encoder.encode(plain(password))));
    }

    /** Whether it is the password that was kept so. Takes its time also where nothing was kept. */
    boolean matches(String password, @Nullable String kept) {
        // What is longer than any password is not worth the work.
        boolean possible = password.length() <= 4 * LONGEST;
        boolean same = inTurn(
                () -> encoder.matches(possible ? plain(password) : "", kept == null ? nobodys : kept));
        return same && possible && kept != null;
    }

    /** Each hash takes 16 MiB: however many try at the same moment, the others are served meanwhile. */
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_TURN, TimeUnit.SECONDS)) {
                throw HttpProblem.later("status.503", LONGEST_TURN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw HttpProblem.later("status.503", LONGEST_TURN);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** The same letters are the same password, on whichever device they are typed. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Optional<InvalidField> invalidField(String field, String rule, Object... arguments) {
        return Optional.of(new InvalidField(field, rule, List.of(arguments)));
    }

    private static Set<String> commonest() {
        try (var file = Passwords.class.getResourceAsStream("commonest-passwords.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
