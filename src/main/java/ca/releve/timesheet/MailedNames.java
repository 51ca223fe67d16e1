package ca.releve.timesheet;

import ca.releve.account.Addressee;
import ca.releve.replacement.RequestManagers;
import ca.releve.web.settings.ServiceProperties;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The names of those who are mailed about a change of hours, for the page that makes it. */
@Component
public class MailedNames {

    private final RequestManagers managers;
    private final ServiceProperties service;

    MailedNames(RequestManagers managers, ServiceProperties service) {
        this.managers = managers;
        this.service = service;
    }

    /** The managers of a request, whom the service tells. */
    public List<String> managers(UUID requestId) {
        return managers.of(requestId, null).stream().map(Addressee::name).toList();
    }

    /** The service, and the managers of a request without the account that makes the change. */
    public List<String> serviceAndColleagues(UUID requestId, UUID by) {
        return Stream.concat(
                        Stream.of(service.name()).filter(it -> !service.email().isBlank()),
                        managers.of(requestId, by).stream().map(Addressee::name))
                .toList();
    }
}
