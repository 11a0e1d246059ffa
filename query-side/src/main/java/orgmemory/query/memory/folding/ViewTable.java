// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which views are kept, how they stand, and how far they have come. */
final class ViewTable {

    private final JdbcClient sql;

    ViewTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<ViewRow> all() {
        return sql.sql("select id, name, version, status, position from memory.view order by id")
                .query((row, number) -> new ViewRow(row.getInt("id"), row.getString("name"),
                        row.getInt("version"), Status.valueOf(row.getString("status")),
                        row.getLong("position")))
                .list();
    }

    /**
     * Brings the rows in line with the program's views. What is new, changed or broken is folded beside what is read; views
     * that are gone retire.
     */
    void declare(Views views, long position) {
        var rows = all();
        for (var row : rows) {
            boolean outdated = row.status() == Status.FOLDING && !row.isFoldedBy(views);
            if (row.status() != Status.RETIRED && (outdated || !views.has(row.name()))) {
                set(row.id(), Status.RETIRED);
            }
        }
        for (var view : views.all()) {
            var live = rows.stream()
                    .filter(row -> row.status() == Status.LIVE && row.name().equals(view.name()))
                    .findFirst();
            if (position == 0 && live.isEmpty()) {
                insertLive(view);
            } else if (live.filter(row -> row.isOf(view)).isEmpty()) {
                foldAnew(view);
            }
        }
    }

    private void insertLive(View<?> view) {
        sql.sql("insert into memory.view (name, version, status, position, began_from) values (?, ?, 'LIVE', 0, 0)")
                .params(view.name(), view.version())
                .update();
    }

    /** Begins to fold a view beside the one that is read, unless that is being done. */
    void foldAnew(View<?> view) {
        sql.sql("""
                insert into memory.view (name, version, status, position, began_from)
                values (?, ?, 'FOLDING', 0, 0)
                on conflict (name) where status = 'FOLDING' do nothing""")
                .params(view.name(), view.version())
                .update();
    }

    /** Counts the rate of what is folded beside from here on. */
    void startClock() {
        sql.sql("""
                update memory.view set began_at = now(), began_from = position, moved_at = now()
                where status = 'FOLDING'""").update();
    }

    /** Views that are read have come to a position. */
    void moved(Collection<Integer> ids, long position) {
        sql.sql("update memory.view set position = :position where id = any(:ids)")
                .param("position", position)
                .param("ids", ids.toArray(Integer[]::new))
                .update();
    }

    /** A view that is folded beside has come to a position. Throws where somebody else has folded it meanwhile. */
    void moved(ViewRow row, long position) {
        int moved = sql.sql("""
                update memory.view set position = ?, moved_at = now()
                where id = ? and position = ? and status = 'FOLDING'""")
                .params(position, row.id(), row.position())
                .update();
        if (moved != 1) {
            throw new LeadLost(row.name() + " is folded by another process");
        }
    }

    /** Holds a view that is folded beside until the transaction ends, and answers how far it has come by then. */
    Stream<ViewRow> hold(ViewRow row) {
        return sql.sql("select position from memory.view where id = ? and status = 'FOLDING' for update")
                .param(row.id())
                .query((found, number) -> new ViewRow(row.id(), row.name(), row.version(), row.status(),
                        found.getLong("position")))
                .list()
                .stream();
    }

    /** From now on the view that was folded beside is the one that is read. */
    void switchTo(ViewRow row, long position) {
        sql.sql("update memory.view set status = 'RETIRED' where name = ? and status in ('LIVE', 'BROKEN')")
                .param(row.name())
                .update();
        sql.sql("update memory.view set status = 'LIVE', position = ?, moved_at = now() where id = ?")
                .params(position, row.id())
                .update();
    }

    void broke(ViewRow row, long brokenAt, String error) {
        sql.sql("update memory.view set status = 'RETIRED' where name = ? and status = 'BROKEN'")
                .param(row.name())
                .update();
        sql.sql("update memory.view set status = 'BROKEN', position = ?, broken_at = ?, error = ? where id = ?")
                .params(brokenAt - 1, brokenAt, error.replace("\0", ""), row.id())
                .update();
    }

    private void set(int id, Status status) {
        sql.sql("update memory.view set status = ? where id = ?").params(status.name(), id).update();
    }

    /** Removes what is kept of a view that has been replaced, a piece at a time; false when nothing is left of it. */
    boolean remove(ViewRow row) {
        var keys = sql.sql("select key from memory.present where view = ? limit 500")
                .param(row.id())
                .query(String.class)
                .list()
                .toArray(String[]::new);
        for (var table : List.of("version", "touch", "present")) {
            sql.sql("delete from memory." + table + " where view = ? and key = any(?)")
                    .params(row.id(), keys)
                    .update();
        }
        if (keys.length == 0) {
            sql.sql("delete from memory.view where id = ?").param(row.id()).update();
        }
        return keys.length > 0;
    }
}
