package ca.releve.privacy;

import ca.releve.history.Actor;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is kept about a person: the page, the export, the erasure and its suspension (PRIV-06, PRIV-10). */
@Controller
@ForAdministrators
@RequiresRecentFactor(toRead = false)
@RequestMapping("/admin/renseignements/{kind}/{id}")
class AdminPersonalDataController {

    private static final String FILE = "renseignements-personnels.json";

    private final People people;
    private final DataOfPerson data;
    private final PersonalDataService service;

    AdminPersonalDataController(People people, DataOfPerson data, PersonalDataService service) {
        this.people = people;
        this.data = data;
        this.service = service;
    }

    @GetMapping
    String show(@PathVariable String kind, @PathVariable UUID id, Model page) {
        PersonPage person = people.find(kind, id);
        page.addAttribute("person", person);
        page.addAttribute("sections", data.count(person));
        return "privacy/show";
    }

    @GetMapping({"/export", "/suspension/fin"})
    String back(@PathVariable String kind, @PathVariable UUID id) {
        return "redirect:" + people.find(kind, id).address();
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable String kind, @PathVariable UUID id, Actor me) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(FILE).build().toString())
                .body(service.export(kind, id, me));
    }

    @GetMapping("/effacement")
    String confirm(@PathVariable String kind, @PathVariable UUID id, Model page) {
        PersonPage person = people.find(kind, id);
        return confirmation("erasure", person, person.version(), new ReasonForm(), page);
    }

    @PostMapping("/effacement")
    String erase(
            @PathVariable String kind,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.require("person-data.erasure.reason.required", errors);
        PersonPage person = people.find(kind, id);
        if (errors.hasErrors()) {
            // The form is no longer shown: the person was erased meanwhile, for example.
            return person.isErasable()
                    ? confirmation("erasure", person, press.version(), form, page)
                    : "redirect:" + person.address();
        }
        return press.once(
                "person-data.notice.erased",
                person.address(),
                () -> service.erase(kind, id, press.version(), form.getReason(), me));
    }

    @GetMapping("/suspension")
    String suspension(@PathVariable String kind, @PathVariable UUID id, Model page) {
        return confirmation("hold", people.find(kind, id), null, new ReasonForm(), page);
    }

    @PostMapping("/suspension")
    String hold(
            @PathVariable String kind,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.require("person-data.hold.reason.required", errors);
        PersonPage person = people.find(kind, id);
        // Somebody else may have suspended it meanwhile, which the verb refuses.
        if (errors.hasErrors() && person.isHoldable()) {
            return confirmation("hold", person, null, form, page);
        }
        return press.once(
                "person-data.notice.held", person.address(), () -> service.hold(kind, id, form.getReason(), me));
    }

    @PostMapping("/suspension/fin")
    String release(@PathVariable String kind, @PathVariable UUID id, Press press, Actor me) {
        PersonPage person = people.find(kind, id);
        return press.once("person-data.notice.released", person.address(), () -> service.release(kind, id, me));
    }

    private static String confirmation(String view, PersonPage person, Integer seen, ReasonForm form, Model page) {
        page.addAttribute("person", person);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return "privacy/" + view;
    }
}
