package ca.releve.replacement.list;

import ca.releve.format.WallClock;
import ca.releve.replacement.RequestOrder;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.RequestWords;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which requests a list shows, as the SQL that reads the first of them by an index in its order: a page costs the same however
 * many requests there are.
 *
 * @param clientId whose requests the list shows; null for all clients
 * @param staff whether the staff look at the list, who find requests by client and requester too
 * @param work whether the list has only requests that the staff have something to do for
 */
record RequestSelection(RequestFilter filter, UUID clientId, boolean staff, boolean work, ZoneId zone) {

    /** The order of the column {@code status_rank}, from 1. */
    private static final List<RequestStatus> BY_RANK = List.of(
            RequestStatus.DRAFT,
            RequestStatus.SUBMITTED,
            RequestStatus.NEEDS_INFO,
            RequestStatus.SEARCHING,
            RequestStatus.PARTIALLY_FILLED,
            RequestStatus.FILLED,
            RequestStatus.IN_PROGRESS,
            RequestStatus.COMPLETED,
            RequestStatus.UNFILLED,
            RequestStatus.DECLINED,
            RequestStatus.CANCELLED);

    /** Between the places of coming and of past requests in {@code list_order}. */
    private static final long BEFORE_PAST = RequestOrder.ofPast(Instant.EPOCH) / 2;

    private static final String NEXT_IN_PERIOD = "r.list_order >= :nextFrom and r.list_order < :nextUntil";
    private static final String ENDED_IN_PERIOD = "r.list_order >= :endedUntil and r.list_order < :endedFrom";

    /** Requests that overlap a period in another way go on over one of its ends: there are few, found by the index on periods. */
    private static final String OVER_AN_END = """
            (tstzrange(r.first_start, r.last_end) @> cast(:from as timestamptz)
             or tstzrange(r.first_start, r.last_end) @> cast(:until as timestamptz) and r.first_start < :until)
            and r.first_start is not null and not (%s) and not (%s)""".formatted(NEXT_IN_PERIOD, ENDED_IN_PERIOD);

    /** The first requests of the page that one index has in the order of the list. */
    private static final String IN_ORDER = """
            (select r.* from replacement_request r
              where {conditions} and {group} and {part} order by {order in group} limit {limit})""";

    private static final String WITH_OVER_AN_END =
            "with over_an_end as materialized (select r.* from {over an end} where {filters})";

    /**
     * How many of the nearest requests are looked at for a text. A word that fewer than 26 of them have is looked for by the
     * index: then at most one request in 75 of a million, or one in 20 of a client's 50,000, has it.
     */
    private static final int NEAR = 2_000;

    private static final int NEAR_OF_CLIENT = 500;

    private static final String WORDS = "r.search_words @@ cast(:text as tsquery)";
    private static final String WORDS_OF_CLIENT =
            "words_of_client(r.client_id, r.search_text) @@ cast(:textOfClient as tsquery)";

    /**
     * Looks for a text among the nearest requests, where a common word is found, and asks the index on words for a rare one:
     * the index would put together all requests with a common word first.
     */
    private static final String FOUND_BY_TEXT = """
            (with near as materialized (
                 select * from (select r.* from replacement_request r
                                 where {found} order by {nearest} limit {near}) r
                  where r.search_words @@ cast(:text as tsquery) limit {most found})
             select * from near where (select count(*) from near) >= 26
              union all
             select * from (select r.* from replacement_request r
                             where {words found} offset 0) r
              where (select count(*) from near) < 26 and {found})""";

    /** The most requests with a text that are sorted by something else than their date. */
    private static final int MAX_SORTED = 1_000;

    private static final String FOUND_BY_TEXT_AND_SORTED = """
            (select *
               from (select r.*, g.key as group_key
                       from (select * from {by text} r order by {nearest} limit {most found}) r
                       join {of groups} on {group}) r
              where {conditions})""".replace(
                    "{by text}", FOUND_BY_TEXT.replace("{found}", "{filters}"))
            .replace("{most found}", String.valueOf(MAX_SORTED));

    private static final String NEXT = "left join shift n on n.id = r.next_shift_id";
    private static final String OPEN = "left join shift o on o.id = r.next_open_shift_id";

    /** The first shift of a request that begins within a period, else one that goes on in it; a cancelled one last. */
    private static final String NEXT_OF_PERIOD = """
            left join lateral (select * from shift p where p.request_id = r.id and {overlaps}
                                order by p.status = 'CANCELLED', {begins before} p.starts_at limit 1) n on true""";

    private static final String OPEN_OF_PERIOD = """
            left join lateral (select * from shift p
                                where p.request_id = r.id and {overlaps} and p.status in ('OPEN', 'TO_RECONFIRM')
                                order by {begins before} p.starts_at limit 1) o on true""";

    List<ListOrder> orders(List<RequestSort> sorts) {
        return sorts.stream().map(sort -> sort.order(work, isTextSearch())).toList();
    }

    /** Adds the conditions of the filter that every part has. */
    ListQuery query(String statement, ListOrder order) {
        RequestSort sort = RequestSort.of(order);
        ListQuery query = new ListQuery(statement
                .replace("{rows}", rows(sort))
                .replace("{total}", isTextSearch() ? "null" : total(sort))
                .replace("{next}", filter.hasPeriod() ? ofPeriod(NEXT_OF_PERIOD) : NEXT)
                .replace("{open}", filter.hasPeriod() ? ofPeriod(OPEN_OF_PERIOD) : OPEN));
        if (work) {
            query.where("r.next_open_start is not null");
        }
        filter.status().ifPresent(it -> query.where("r.status_rank = :rank", "rank", BY_RANK.indexOf(it) + 1));
        query.filter("r.facility_id = :facility", "facility", filter.installation());
        if (filter.hasText()) {
            query.with("text", RequestWords.query(filter.texte(), staff));
            if (clientId != null) {
                query.with("textOfClient", RequestWords.query(filter.texte(), staff, clientId));
            }
            if (!isTextSearch()) {
                query.where(WORDS);
            }
        }
        if (filter.hasPeriod()) {
            addPeriod(query);
        }
        return query;
    }

    private String ofPeriod(String join) {
        Stream<String> ends = Stream.of(
                filter.du() == null ? null : "p.ends_at > :from", filter.au() == null ? null : "p.starts_at < :until");
        return join.replace("{overlaps}", ends.filter(Objects::nonNull).collect(Collectors.joining(" and ")))
                .replace("{begins before}", filter.du() == null ? "" : "p.starts_at < :from,");
    }

    /** Within a period the requests are read one by one. */
    private boolean isTextSearch() {
        return filter.hasText() && !filter.hasPeriod();
    }

    /** The conditions of the parts that an index has in the order of the list. */
    private Stream<String> indexed() {
        return filter.hasPeriod() ? Stream.of(NEXT_IN_PERIOD, ENDED_IN_PERIOD) : Stream.of("true");
    }

    private String rows(RequestSort sort) {
        if (isTextSearch()) {
            return sort.isGrouped()
                    ? complete(FOUND_BY_TEXT_AND_SORTED, sort)
                    : complete(
                            FOUND_BY_TEXT
                                    .replace("{found}", "{conditions}")
                                    .replace("{nearest}", "{order}")
                                    .replace("{most found}", "{limit}"),
                            sort);
        }
        String rows =
                indexed().map(part -> IN_ORDER.replace("{part}", part)).collect(Collectors.joining(" union all "));
        if (!sort.isGrouped()) {
            String more = " union all (select * from over_an_end r where {conditions})";
            return complete(filter.hasPeriod() ? "(" + WITH_OVER_AN_END + rows + more + ")" : rows, sort);
        }
        String more =
                " union all select r.*, g.key from over_an_end r join {of groups} on {group} where {groups} and {conditions}";
        return complete(
                "(" + (filter.hasPeriod() ? WITH_OVER_AN_END : "")
                        + " select r.*, g.key as group_key from {of groups} cross join lateral (" + rows
                        + ") r where {groups}" + (filter.hasPeriod() ? more : "") + ")",
                sort);
    }

    /**
     * A count up to 1,001, in the order of the list: so PostgreSQL reads an index from its beginning, instead of hoping to find
     * enough among the rows that it happens to read first.
     */
    private String total(RequestSort sort) {
        Stream<String> parts = indexed()
                .map(part -> "(select 1 from replacement_request r where {filters} and " + part
                        + " order by {nearest} limit 1001)");
        Stream<String> over =
                filter.hasPeriod() ? Stream.of("(select 1 from {over an end} where {filters})") : Stream.empty();
        return complete(
                Stream.concat(parts, over)
                        .collect(Collectors.joining(
                                " union all ", "(select count(*) from (select 1 from (", ") r limit 1001) r)")),
                sort);
    }

    private String complete(String sql, RequestSort sort) {
        return sql.replace("{of groups}", sort.isGrouped() ? sort.groups() : "")
                .replace("{group}", sort.isGrouped() ? sort.ofGroup() : "true")
                .replace("{words found}", clientId == null ? WORDS : WORDS_OF_CLIENT)
                .replace("{near}", String.valueOf(clientId == null ? NEAR : NEAR_OF_CLIENT))
                .replace("{nearest}", work ? "r.next_open_start, r.id" : "r.list_order, r.id")
                .replace("{over an end}", overAnEnd());
    }

    /** Found by an index on periods, before other conditions are looked at. */
    private String overAnEnd() {
        String ofClient = clientId == null ? "" : "r.client_id = :client and ";
        return "(select r.* from replacement_request r where " + ofClient + OVER_AN_END + " offset 0) r";
    }

    private void addPeriod(ListQuery query) {
        Instant from = filter.du() == null ? null : WallClock.startOf(filter.du(), zone);
        LocalDate last = filter.au();
        Instant until = last == null ? null : WallClock.startOf(last.plusDays(1), zone);
        query.with("from", moment(from))
                .with("until", moment(until))
                .with("nextFrom", from == null ? 0 : RequestOrder.ofComing(from))
                .with("nextUntil", until == null ? BEFORE_PAST : RequestOrder.ofComing(until))
                .with("endedUntil", until == null ? BEFORE_PAST : RequestOrder.ofPast(until))
                .with("endedFrom", from == null ? Long.MAX_VALUE : RequestOrder.ofPast(from));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
