package ca.releve.timesheet;

/** Parts of the statements that read a {@link HoursRow}. */
public final class HoursSql {

    /** The columns, of {@code e} and of what {@link #JOINS} adds. */
    public static final String COLUMNS = """
            select e.id, e.version, e.status, e.zone,
                   e.request_id, r.code as request_code, c.name as request_client_name, f.name as request_facility_name,
                   j.name_fr as request_function_fr, j.name_en as request_function_en,
                   e.substitute_id, s.first_name as substitute_first_name,
                   s.last_name || case when s.mark <> '' then ' (' || s.mark || ')' else '' end as substitute_last_name,
                   s.qualified as substitute_qualified,
                   e.planned_starts_at as hours_planned_starts_at, e.planned_ends_at as hours_planned_ends_at,
                   e.planned_break_minutes as hours_planned_break_minutes, e.planned_minutes as hours_planned_minutes,
                   e.declared_starts_at as hours_declaration_time_starts_at,
                   e.declared_ends_at as hours_declaration_time_ends_at,
                   e.declared_break_minutes as hours_declaration_time_break_minutes,
                   e.declared_meal as hours_declaration_meal, e.declared_note as hours_declaration_note,
                   e.declared_minutes as hours_declared_minutes, e.adjusted_minutes as hours_adjusted_minutes,
                   e.meal as hours_meal,
                   e.submitted_by as steps_submitted_by, e.submitted_at as steps_submitted_at,
                   e.approved_by as steps_approved_by, e.approved_at as steps_approved_at,
                   e.returned_reason as steps_returned_reason
            """;

    /** What is read beside {@code time_entry e}. */
    public static final String JOINS = """
              join replacement_request r on r.id = e.request_id
              join job_function j on j.id = r.job_function_id
              join client c on c.id = e.client_id
              join facility f on f.id = e.facility_id
              join substitute s on s.id = e.substitute_id
            """;

    private HoursSql() {}
}
