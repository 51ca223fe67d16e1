package ca.releve.account;

/**
 * A number that the menu shows beside an item. The module that owns the counted rows declares it as a bean;
 * {@link CurrentAccounts} reads it with the account, so that the menu of a page costs no statement.
 */
public final class MenuCount {

    private final String name;
    private final String viewers;
    private final String sql;

    private MenuCount(String name, String viewers, String sql) {
        this.name = name;
        this.viewers = viewers;
        this.sql = sql;
    }

    /**
     * @param name the name by which templates ask for it, for example {@code requests-to-handle}
     * @param sql a select of one number over tables of the module, bounded so that it costs the same whatever the size of the
     *     tables; it may name {@code me.client_id}, {@code me.facility_ids} and {@code :now}
     */
    public static MenuCount ofManagers(String name, String sql) {
        return new MenuCount(name, "me.role = 'MANAGER'", sql);
    }

    /** The same for the staff, administrators included. */
    public static MenuCount ofStaff(String name, String sql) {
        return new MenuCount(name, "me.role <> 'MANAGER'", sql);
    }

    /** The same for administrators. */
    public static MenuCount ofAdministrators(String name, String sql) {
        return new MenuCount(name, "me.role = 'ADMINISTRATOR'", sql);
    }

    String name() {
        return name;
    }

    /** The number as a column of the account; null if the menu of the account does not show it. */
    String column() {
        return "case when " + viewers + " then (" + sql + ") end as \"" + name + "\"";
    }
}
