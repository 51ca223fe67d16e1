package ca.releve.account.events;

import java.util.List;

/** The words of the OWASP Logging Vocabulary that the portal uses, in the order in which the page offers them. */
final class SecurityVocabulary {

    static final List<String> WORDS = List.of(
            "authn_login_success",
            "authn_login_successafterfail",
            "authn_login_fail",
            "authn_login_fail_max",
            "authn_login_lock",
            "authn_password_change",
            "authn_password_change_fail",
            "authn_token_created",
            "authn_token_revoked",
            "authn_token_reuse",
            "authn_token_delete",
            "authz_fail",
            "authz_change",
            "authz_admin",
            "privilege_permissions_changed",
            "user_created",
            "user_updated",
            "user_archived",
            "user_deleted",
            "session_created",
            "session_renewed",
            "session_expired",
            "session_ended",
            "session_use_after_expire",
            "excess_rate_limit_exceeded",
            "input_validation_fail",
            "malicious_direct_reference",
            "malicious_csrf",
            "malicious_attack_tool",
            "malicious_extraneous");

    private SecurityVocabulary() {}
}
