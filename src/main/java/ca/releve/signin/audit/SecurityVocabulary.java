package ca.releve.signin.audit;

import java.util.List;

/** The words of the OWASP Logging Vocabulary that the portal uses, in the order in which the page offers them. */
final class SecurityVocabulary {

    static final List<String> WORDS = List.of(
            "authn_login_success",
            "authn_login_fail",
            "authn_login_lock",
            "authn_password_change",
            "authn_token_created",
            "authn_token_revoked",
            "authn_token_reuse",
            "authz_fail",
            "privilege_permissions_changed",
            "user_created",
            "user_updated",
            "user_deleted",
            "session_ended",
            "sensitive_read",
            "sensitive_delete",
            "excess_rate_limit_exceeded",
            "malicious_direct_reference");

    private SecurityVocabulary() {}
}
