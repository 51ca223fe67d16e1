package ca.releve.replacement.dispatch;

import java.util.UUID;

/**
 * What a request is about in words, with whom and where to call: for the service, which may know all of it.
 *
 * @param instructions what somebody who comes for the first time must know
 * @param manager who asked, as the service knows her today; null if it was not a manager
 */
record RequestDossier(
        UUID clientId,
        String client,
        UUID facilityId,
        String facility,
        String street,
        String city,
        String postalCode,
        String facilityPhone,
        String instructions,
        String jobFunction,
        String ageGroup,
        String taskType,
        String manager,
        String managerPhone,
        String managerEmail) {}
