// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orgmemory.access.HttpProblem;
import orgmemory.message.Json;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.View;
import orgmemory.query.memory.reading.Answers.Kept;
import orgmemory.query.memory.reading.StoredViews.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds a page of states. The newest ones by index; earlier ones in the order of their keys by one look a key, and where
 * they are filtered or sorted by a column by looking at every key there is.
 */
final class Lists<S> {

    private final JdbcClient sql;
    private final View<S> view;
    private final Served served;
    private final ReadPoint moment;
    private final ListQuery query;
    private final @Nullable Place after;
    private final Map<Integer, String> filters = new HashMap<>();
    private final int sort;

    Lists(JdbcClient sql, View<S> view, Served served, ReadPoint moment, ListQuery query) {
        this.sql = sql;
        this.view = view;
        this.served = served;
        this.moment = moment;
        this.query = query;
        this.after = Place.of(query.cursor());
        this.sort = query.sort() == null ? 0 : number(query.sort(), "sort");
        query.filters().forEach((name, typed) -> {
            int number = number(name, name);
            filters.put(number, view.columns().get(number - 1).sortableTyped(typed));
        });
    }

    /** At most one more than the page holds, which tells that there is a next one. */
    List<Map.Entry<Place, Kept>> find() {
        return moment.newest() ? newest() : sort == 0 && filters.isEmpty() ? pastByKey() : pastByColumn();
    }

    private int number(String name, String field) {
        var columns = view.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i + 1;
            }
        }
        throw HttpProblem.malformed(field, "one-of",
                String.join(", ", columns.stream().map(Column::name).toList()));
    }

    private List<Map.Entry<Place, Kept>> newest() {
        var statement = sql.sql(newestText())
                .param("view", served.id())
                .param("limit", query.limit() + 1);
        for (var filter : filters.entrySet()) {
            statement = statement.param("f" + filter.getKey(), filter.getValue());
        }
        if (after != null) {
            statement = statement.param("key", after.key());
            statement = sort == 0 ? statement : statement.param("value", after.value());
        }
        return statement.query((row, number) -> Map.entry(
                new Place(row.getString("value"), row.getString("key")),
                new Kept(row.getString("key"), row.getString("state")))).list();
    }

    private String newestText() {
        var value = sort == 0 ? "''" : "c" + sort;
        var text = new StringBuilder("select key, state, " + value + " as value from memory.present"
                + " where view = :view and state is not null");
        filters.keySet()
                .forEach(
                        number -> text.append(" and c").append(number).append(" = :f").append(number));
        if (after != null) {
            var beyond = query.descending() ? " < " : " > ";
            text.append(sort == 0
                    ? " and key" + beyond + ":key"
                    : " and (" + value + ", key)" + beyond + "(:value, :key)");
        }
        var direction = query.descending() ? " desc" : "";
        text.append(" order by ")
                .append(sort == 0 ? "" : value + direction + ", ")
                .append("key")
                .append(direction)
                .append(" limit :limit");
        return text.toString();
    }

    private JdbcClient.StatementSpec past(String condition, String end) {
        return sql.sql("""
                select p.key, v.state from memory.present p cross join lateral (
                    select state from memory.version v
                    where v.view = p.view and v.key = p.key and v.day <= :day and v.known <= :known
                    order by v.day desc, v.known desc limit 1
                ) v where p.view = :view and v.state is not null""" + condition + end)
                .param("day", moment.day())
                .param("known", moment.knownOn())
                .param("view", served.id());
    }

    private List<Map.Entry<Place, Kept>> pastByKey() {
        var end = " order by p.key " + (query.descending() ? "desc" : "asc") + " limit "
                + (query.limit() + 1);
        var statement = after == null
                ? past("", end)
                : past(" and p.key " + (query.descending() ? "<" : ">") + " :key", end)
                        .param("key", after.key());
        return statement.query((row, number) -> Map.entry(new Place("", row.getString("key")),
                new Kept(row.getString("key"), row.getString("state")))).list();
    }

    private List<Map.Entry<Place, Kept>> pastByColumn() {
        var columns = view.columns();
        var page = new TreeMap<Place, Kept>(
                query.descending() ? Comparator.<Place>reverseOrder() : null);
        past("", "").query(row -> {
            var kept = new Kept(row.getString("key"), row.getString("state"));
            var state = Json.mapper().readValue(kept.state(), view.stateType());
            var place = new Place(sort == 0 ? "" : columns.get(sort - 1).sortable(state), kept.key());
            boolean wanted = filters.entrySet()
                    .stream()
                    .allMatch(filter -> columns.get(filter.getKey() - 1)
                            .sortable(state)
                            .equals(filter.getValue()));
            if (wanted && isAfter(place)) {
                page.put(place, kept);
                if (page.size() > query.limit() + 1) {
                    page.pollLastEntry();
                }
            }
        });
        return new ArrayList<>(page.entrySet());
    }

    private boolean isAfter(Place place) {
        if (after == null) {
            return true;
        }
        return query.descending() ? place.compareTo(after) < 0 : place.compareTo(after) > 0;
    }
}
