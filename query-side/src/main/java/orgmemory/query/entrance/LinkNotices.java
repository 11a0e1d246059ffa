// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import java.util.List;
import orgmemory.access.account.Links;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.home.Notices;
import org.springframework.stereotype.Component;

/** Tells people of the links that were made for them: whoever has one of them can come in in their name. */
@Component
final class LinkNotices implements Notices {

    private final Links links;

    LinkNotices(Links links) {
        this.links = links;
    }

    @Override
    public List<Notice> of(Page page) {
        var reader = page.reader();
        return reader == null || page.past()
                ? List.of()
                : links.unseen(reader.id())
                        .stream()
                        .map(link -> new Notice(Subject.of("person", link.by()), link.day(), link.position(),
                                link.used()))
                        .toList();
    }
}
