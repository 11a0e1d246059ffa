// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands the command's envelope on to its events, on both engines alike. */
final class EnvelopeCorrelation implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return message.getMetaData();
    }
}
