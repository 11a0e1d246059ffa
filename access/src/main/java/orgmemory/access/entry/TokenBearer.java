// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import orgmemory.access.WhoMay;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Whoever asks by a token in one request: known from memory at first, and judged again where something has changed. */
final class TokenBearer implements WhoMay.Asking {

    private final Bearers bearers;
    private final String token;
    private String judgedAt;
    private Authentication authentication;
    private boolean looked;

    TokenBearer(Bearers bearers, String token) {
        this.bearers = bearers;
        this.token = token;
        // Before anything is asked from memory, which may move on in between.
        this.judgedAt = bearers.whoMay().knownAt();
        this.authentication = bearers.authentication(token);
    }

    Authentication authentication() {
        return authentication;
    }

    @Override
    public void look(String counts) {
        looked = true;
        if (!judgedAt.equals(counts)) {
            authentication = bearers.authentication(token);
            judgedAt = counts;
            come();
        }
    }

    @Override
    public void confirm() {
        if (!looked) {
            bearers.whoMay().look();
        }
    }

    /** From now on everybody in this request knows who asks. */
    void come() {
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }
}
