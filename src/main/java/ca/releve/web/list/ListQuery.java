package ca.releve.web.list;

import ca.releve.shared.RecordRowMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one statement that reads a page of a list.
 *
 * <p>The statement is a constant with these placeholders: <code>{conditions}</code>, <code>{order}</code>,
 * <code>{limit}</code>, <code>{place}</code> (to be selected as {@code place}), and, for a list that is counted,
 * <code>{filters}</code>: the conditions without the place, for a count of its own that is selected {@code as total}. A
 * statement whose rows are read group by group names the groups {@code g}, with a column {@code key}, and has
 * <code>{groups}</code> for the condition on them and <code>{order in group}</code>. Only constants become part of it; typed
 * text is a parameter (INT-12).
 */
public final class ListQuery {

    private final String statement;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private int size = KeysetPage.SIZE;

    public ListQuery(String statement) {
        this.statement = statement;
    }

    /** Sets the number of rows of a page. */
    public ListQuery size(int rows) {
        size = rows;
        return this;
    }

    public ListQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    public ListQuery where(String condition, String parameter, Object value) {
        return where(condition).with(parameter, value);
    }

    /** Adds a condition of a filter unless its value is null. */
    public ListQuery filter(String condition, String parameter, Object value) {
        return value == null ? this : where(condition, parameter, value);
    }

    public ListQuery with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /**
     * Reads the page that a view asks for. A place without rows behind it, or with too few rows before it, leads to the first
     * page.
     *
     * @param row a record whose components are named as the columns, see {@link RecordRowMapper}
     */
    public <R extends Record> KeysetPage<R> read(JdbcClient jdbc, ListView view, Class<R> row) {
        RowMapper<R> mapper = RecordRowMapper.of(row);
        List<String> place = view.position().place(view.order()).orElse(null);
        List<Placed<R>> found = find(jdbc, view, place, mapper);
        boolean back = place != null && view.position().isBack();
        if (place != null && (found.isEmpty() || back && found.size() < size)) {
            ListView first = view.at(view.position().atStart());
            return page(first, find(jdbc, first, null, mapper), false, false);
        }
        return page(view, found, back, place != null);
    }

    private <R> List<Placed<R>> find(JdbcClient jdbc, ListView view, List<String> place, RowMapper<R> mapper) {
        ListOrder order = view.order();
        boolean down = view.isDescending() != (place != null && view.position().isBack());
        String filters = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        String sql = statement
                .replace("{conditions}", place == null ? filters : filters + " and " + order.beyond(down))
                .replace("{filters}", filters)
                .replace("{groups}", place == null ? "true" : order.groupsFrom(down))
                .replace("{order in group}", order.orderInGroup(down))
                .replace("{order}", order.orderBy(down))
                .replace("{place}", order.place())
                .replace("{limit}", String.valueOf(size + 1));
        Map<String, Object> all = new HashMap<>(parameters);
        for (int i = 0; place != null && i < place.size(); i++) {
            all.put("place" + i, place.get(i));
        }
        boolean counted = statement.contains(" as total");
        return jdbc.sql(sql)
                .params(all)
                .query((row, number) -> new Placed<>(
                        mapper.mapRow(row, number),
                        Arrays.asList((String[]) row.getArray("place").getArray()),
                        counted ? total(row) : null))
                .list();
    }

    private static Integer total(ResultSet row) throws SQLException {
        int total = row.getInt("total");
        return row.wasNull() ? null : Integer.valueOf(total);
    }

    private <R> KeysetPage<R> page(ListView view, List<Placed<R>> found, boolean back, boolean placed) {
        boolean more = found.size() > size;
        List<Placed<R>> shown = new ArrayList<>(found.subList(0, Math.min(size, found.size())));
        if (back) {
            Collections.reverse(shown);
        }
        boolean hasPrevious = back ? more : placed;
        boolean hasNext = back || more;
        ListPosition position = view.position();
        Integer total = found.isEmpty() || !hasPrevious && !hasNext
                ? Integer.valueOf(shown.size())
                : found.get(0).total();
        return new KeysetPage<>(
                shown.stream().map(Placed::row).toList(),
                total,
                view.address(),
                hasPrevious ? view.at(position.before(shown.get(0).place())).address() : null,
                hasNext
                        ? view.at(position.after(shown.get(shown.size() - 1).place()))
                                .address()
                        : null,
                ListAddress.isSet(view.filter()),
                view.orders().stream().map(view::sort).toList());
    }

    private record Placed<R>(R row, List<String> place, Integer total) {}
}
