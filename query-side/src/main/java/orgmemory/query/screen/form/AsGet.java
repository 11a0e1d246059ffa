// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A request for the page to which a form was sent: the same address, asked for, without anything that was typed. */
final class AsGet extends HttpServletRequestWrapper {

    private final Map<String, String[]> given;

    AsGet(HttpServletRequest sent) {
        super(sent);
        this.given = new LinkedHashMap<>();
        address(sent).forEach((name, values) -> given.put(name, values.toArray(String[]::new)));
        // A page is asked for, not a file of what it shows.
        given.remove("format");
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = given.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(given);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(given.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return given.get(name);
    }

    /** What stands in the address of a request after its question mark, whatever was sent besides. */
    static MultiValueMap<String, String> address(HttpServletRequest request) {
        var values = new LinkedMultiValueMap<String, String>();
        var query = request.getQueryString();
        for (var value : query == null ? new String[0] : query.split("&", -1)) {
            int equals = value.indexOf('=');
            values.add(decoded(equals < 0 ? value : value.substring(0, equals)),
                    equals < 0 ? "" : decoded(value.substring(equals + 1)));
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
