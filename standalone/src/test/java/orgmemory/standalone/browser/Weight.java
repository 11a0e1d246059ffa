// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;

/** How much comes over the wire for a page, as the browser itself counts it: headers, bodies as compressed. */
final class Weight {

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();

    Weight(Page page) {
        var wire = page.context().newCDPSession(page);
        wire.on("Network.requestWillBeSent", sent -> addresses.put(id(sent),
                sent.getAsJsonObject("request").get("url").getAsString()));
        wire.on("Network.loadingFinished",
                done -> bytes.put(id(done), done.get("encodedDataLength").getAsLong()));
        wire.send("Network.enable");
    }

    long sum() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    void forget() {
        bytes.clear();
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    @Override
    public String toString() {
        var parts = new StringBuilder(sum() + " bytes:");
        bytes.forEach(
                (id, length) -> parts.append("\n  ").append(length).append(' ').append(addresses.get(id)));
        return parts.toString();
    }
}
