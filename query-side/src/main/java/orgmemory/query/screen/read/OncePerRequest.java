// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps for the length of a request what its page asks for again and again: each name, form and choice would ask the database
 * anew. A request is one thread's. Where there is none, everything is read as it is asked for.
 */
public final class OncePerRequest {

    private static final String KEPT = OncePerRequest.class.getName();

    private OncePerRequest() {
    }

    /** A command of this request was issued: from here on the memory may know more. */
    public static void forget() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(KEPT, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /**
     * What is read under a key, by whoever asks for it first.
     *
     * @param key equal for what is the same; its type says what kind of thing is read
     */
    @SuppressWarnings("unchecked") // One type of key is read as one type of thing.
    static <T> T read(Object key, Supplier<T> reading) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return reading.get();
        }
        var kept = (Map<Object, Object>) request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST);
        if (kept == null) {
            kept = new HashMap<>();
            request.setAttribute(KEPT, kept, RequestAttributes.SCOPE_REQUEST);
        }
        var known = kept.get(key);
        if (known == null) {
            known = reading.get();
            kept.put(key, known);
        }
        return (T) known;
    }
}
