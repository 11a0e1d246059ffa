// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.util.List;
import orgmemory.message.Json;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.folding.Processor;
import orgmemory.query.memory.reading.Memory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Memory keepers have views folded anew from the record; until that is done, the old ones are read. */
@RestController
@PreAuthorize("hasAuthority('CAPACITY_MEM')")
class Rebuilds {

    private final Processor processor;
    private final Views views;
    private final Memory memory;

    Rebuilds(Processor processor, Views views, Memory memory) {
        this.processor = processor;
        this.views = views;
        this.memory = memory;
    }

    @PostMapping("/api/views/{view}/rebuild")
    ResponseEntity<byte[]> one(@PathVariable String view) {
        processor.rebuild(views.named(view).name());
        return accepted(memory.status().stream().filter(status -> status.view().equals(view)).toList());
    }

    @PostMapping("/api/views/rebuild")
    ResponseEntity<byte[]> all() {
        processor.rebuildAll();
        return accepted(memory.status());
    }

    private static ResponseEntity<byte[]> accepted(List<ViewStatus> status) {
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper().writeValueAsBytes(status));
    }
}
