package ca.releve.replacement.manager;

/** The form « Modifier » of a request. */
class RequestForm extends NeedFields {

    static RequestForm of(RequestPage request) {
        RequestForm form = new RequestForm();
        form.fill(request.facility().id(), request.need());
        return form;
    }
}
